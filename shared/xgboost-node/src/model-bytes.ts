import { copyInto } from './copy-native.ts';
import { call, type Handle } from './native-library.ts';

/** `json` for people and parsers, `ubj` (binary) for size; any XGBoost of 2.1 or later reads both. */
export type ModelFormat = 'json' | 'ubj';

/** The model as a document: trees, objective, names and attributes, without parameters of training. */
export function saveModelBytes(booster: Handle, format: ModelFormat): Uint8Array {
  return take((length, bytes) =>
    call('XGBoosterSaveModelToBuffer', booster, JSON.stringify({ format }), length, bytes),
  );
}

/** The model with its parameters, for a copy within this version of the library only. */
export function serializeBooster(booster: Handle): Uint8Array {
  return take((length, bytes) => call('XGBoosterSerializeToBuffer', booster, length, bytes));
}

function take(save: (length: number[], bytes: [Handle]) => void): Uint8Array {
  const length = [0];
  const bytes: [Handle] = [null];
  save(length, bytes);
  return copyInto(new Uint8Array(Number(length[0])), bytes[0]);
}
