import { copyInto, copyShape } from './copy-native.ts';
import type { DMatrix } from './dmatrix.ts';
import { matrixConfig } from './dmatrix.ts';
import { describeData, type MatrixData } from './matrix-data.ts';
import { call, type Handle } from './native-library.ts';
import { XGBoostError } from './xgboost-error.ts';

/** Numbers row-major with their shape; the first dimension is the rows. */
export interface Prediction {
  readonly values: Float32Array;
  readonly shape: readonly number[];
}

export interface RoundOptions {
  /** Rounds used, from the first up to before the second; `[0, 0]`, the default, means all. */
  readonly iterationRange?: readonly [number, number];
  /** The same number of dimensions for one class as for several. */
  readonly strictShape?: boolean;
}

/** At most one of the kinds may be chosen; none means the objective's own scale, such as a probability. */
export interface PredictOptions extends RoundOptions {
  /** The raw sum of leaves, for `binary:logistic` log-odds. */
  readonly outputMargin?: boolean;
  /** Number of the leaf each tree puts the row into: rows × trees. */
  readonly predLeaf?: boolean;
  /** SHAP values of the margin: rows × (columns + 1), or rows × classes × (columns + 1); the last is the base. */
  readonly predContribs?: boolean;
  /** SHAP interactions: rows × (columns + 1) × (columns + 1), with classes in second place where there are several. */
  readonly predInteractions?: boolean;
  /** With `predContribs` or `predInteractions`: Saabas's approximation, which is faster. */
  readonly approxContribs?: boolean;
  /** With dropout, as training sees it (`dart`). */
  readonly training?: boolean;
}

export interface InplaceOptions extends RoundOptions {
  readonly outputMargin?: boolean;
  /** The value that stands for a missing one, beside NaN. */
  readonly missing?: number;
}

/** `XGBoosterPredictFromDMatrix`. */
export function predictMatrix(booster: Handle, matrix: DMatrix, options: PredictOptions): Prediction {
  const type = typeOf(options);
  const config = `{"type":${type},"training":${options.training ?? false},${roundConfig(options)}}`;
  return take((...out) => call('XGBoosterPredictFromDMatrix', booster, matrix.pointer, config, ...out));
}

/** Values or margins without building a matrix: the library reads the arrays as they are, on the booster's threads. */
export function predictInplace(booster: Handle, data: MatrixData, options: InplaceOptions): Prediction {
  const { ending, values } = describeData(data);
  const missing = matrixConfig({ missing: options.missing ?? Number.NaN, nthread: 1 }).slice(1, -1);
  const config = `{"type":${options.outputMargin ? 1 : 0},"training":false,"cache_id":0,${missing},${roundConfig(options)}}`;
  return take((...out) => call(`XGBoosterPredictFrom${ending}`, booster, ...values, config, null, ...out));
}

function typeOf(options: PredictOptions): number {
  const { outputMargin, predLeaf, predContribs, predInteractions, approxContribs } = options;
  const chosen = [outputMargin, predContribs, predInteractions, predLeaf].filter((kind) => kind === true);
  if (chosen.length > 1) throw new XGBoostError(`expected one kind of prediction, got ${chosen.length}`);
  if (outputMargin) return 1;
  if (predContribs) return approxContribs ? 3 : 2;
  if (predInteractions) return approxContribs ? 5 : 4;
  return predLeaf ? 6 : 0;
}

function roundConfig({ iterationRange: [begin, end] = [0, 0], strictShape = false }: RoundOptions): string {
  if (!Number.isInteger(begin) || !Number.isInteger(end) || begin < 0 || (end !== 0 && end < begin)) {
    throw new XGBoostError(`expected a range of rounds from 0 up, got ${begin} to ${end}`);
  }
  return `"iteration_begin":${begin},"iteration_end":${end},"strict_shape":${strictShape}`;
}

function take(predict: (shape: [Handle], dimensions: [number], values: [Handle]) => void): Prediction {
  const [shapeOut, dimensions, result]: [[Handle], [number], [Handle]] = [[null], [0], [null]];
  predict(shapeOut, dimensions, result);
  const shape = copyShape(shapeOut[0], dimensions[0]);
  const length = shape.reduce((product, size) => product * size, 1);
  return { values: copyInto(new Float32Array(length), result[0]), shape };
}
