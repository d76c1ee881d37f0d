import { copyInto, copyShape, copyStrings } from './copy-native.ts';
import { call, type Handle } from './native-library.ts';
import { XGBoostError } from './xgboost-error.ts';

/** How a feature's importance is counted: splits, or loss reduction and rows, on average or in all. */
export type ImportanceType = 'weight' | 'gain' | 'cover' | 'total_gain' | 'total_cover';

export interface DumpOptions {
  readonly format?: 'text' | 'json' | 'dot';
  /** Gain and cover of each node, too. */
  readonly withStats?: boolean;
}

/** One text a tree, for people; it cannot be loaded again. */
export function dumpTrees(booster: Handle, { format = 'text', withStats = false }: DumpOptions): string[] {
  const count = [0];
  const out: [Handle] = [null];
  call('XGBoosterDumpModelEx', booster, '', withStats ? 1 : 0, format, count, out);
  return copyStrings(out[0], count[0]!);
}

/** Importance of each feature that is used, by name; several numbers for `gblinear` with several classes. */
export function featureScores(booster: Handle, importanceType: ImportanceType): Map<string, number[]> {
  const [count, features, dimensions, shapeOut, scores] = [[0], [null], [0], [null], [null]];
  const config = JSON.stringify({ importance_type: importanceType, feature_map: '' });
  call('XGBoosterFeatureScore', booster, config, count, features, dimensions, shapeOut, scores);
  const names = copyStrings(features![0], count![0]!);
  const shape = copyShape(shapeOut![0], dimensions![0]!);
  const width = shape[1] ?? 1;
  const values = copyInto(new Float32Array(names.length * width), scores![0]);
  return new Map(names.map((name, at) => [name, [...values.subarray(at * width, (at + 1) * width)]]));
}

/** Free text that is saved with the model; undefined where there is none of that name. */
export function getAttribute(booster: Handle, name: string): string | undefined {
  const value: [string | null] = [null];
  const found = [0];
  call('XGBoosterGetAttr', booster, name, value, found);
  return found[0] === 0 ? undefined : (value[0] ?? '');
}

export function attributeNames(booster: Handle): string[] {
  const count = [0];
  const names: [Handle] = [null];
  call('XGBoosterGetAttrNames', booster, count, names);
  return copyStrings(names[0], count[0]!);
}

/** `undefined` takes the attribute away. */
export function setAttribute(booster: Handle, name: string, value: string | undefined): void {
  if (name === '') throw new XGBoostError('expected a name of an attribute, got ""');
  call('XGBoosterSetAttr', booster, name, value ?? null);
}

/** Every parameter as it is in force, as JSON. */
export function savedConfig(booster: Handle): string {
  const length = [0];
  const out: [string | null] = [null];
  call('XGBoosterSaveJsonConfig', booster, length, out);
  return out[0] ?? '';
}
