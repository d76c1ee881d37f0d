import { readFile } from 'node:fs/promises';
import { arrayInterface } from './array-interface.ts';
import {
  attributeNames,
  type DumpOptions,
  dumpTrees,
  featureScores,
  getAttribute,
  type ImportanceType,
  savedConfig,
  setAttribute,
} from './booster-text.ts';
import type { DMatrix } from './dmatrix.ts';
import { type EvaluationScore, parseEvaluation } from './evaluation-line.ts';
import { getFeatureInfo, setFeatureInfo } from './feature-info.ts';
import type { MatrixData } from './matrix-data.ts';
import { type ModelFormat, saveModelBytes, serializeBooster } from './model-bytes.ts';
import { NativeHandle } from './native-handle.ts';
import { call, type Handle } from './native-library.ts';
import { type Parameters, parameterPairs, type SomeParameters } from './parameters.ts';
import {
  type InplaceOptions,
  type Prediction,
  type PredictOptions,
  predictInplace,
  predictMatrix,
  type RoundOptions,
} from './prediction.ts';
import { requireSoundModel } from './sound-model.ts';
import { formatOf, writeModelFile } from './write-model-file.ts';
import { XGBoostError } from './xgboost-error.ts';

/** A matrix whose scores are told under a name (without `-`). */
export interface NamedMatrix {
  readonly name: string;
  readonly matrix: DMatrix;
}

/** First and second derivative of the loss by the margin, one a row (or a row and class, row after row). */
export interface Gradient {
  readonly grad: Float32Array | Float64Array;
  readonly hess: Float32Array | Float64Array;
}

/** Trees in the making, or made. Lives outside the JavaScript heap: free it (`using booster = …`). */
export class Booster implements Disposable {
  readonly #handle: NativeHandle;

  private constructor(handle: NativeHandle) {
    this.#handle = handle;
  }

  /**
   * `cache`: the matrices it will be trained and evaluated on, whose predictions it then keeps.
   * `model`: where it starts from, the bytes of `saveRaw()` or another booster.
   */
  static create(params: Parameters, cache: readonly DMatrix[] = [], model?: Uint8Array | Booster): Booster {
    return Booster.#make(cache, (booster) => {
      for (const matrix of cache) booster.#adoptFeatures(matrix);
      if (model instanceof Booster) booster.#copyFrom(model);
      else if (model !== undefined) booster.#load(model);
      booster.setParam(params);
      // The library then warns of parameters that it knows but does not use here.
      if (params.validate_parameters === undefined) booster.setParam({ validate_parameters: true });
    });
  }

  /** A booster of the bytes of `saveRaw()`. */
  static load(model: Uint8Array, params: Parameters): Booster {
    return Booster.create(params, [], model);
  }

  /** A booster of a file of `saveModel()`, of either format. */
  static async loadModel(path: string, params: Parameters): Promise<Booster> {
    return Booster.create(params, [], await readFile(path));
  }

  static #make(cache: readonly DMatrix[], fill: (booster: Booster) => void): Booster {
    const out: [Handle] = [null];
    const matrices = cache.map(({ pointer }) => pointer);
    call('XGBoosterCreate', matrices, matrices.length, out);
    const booster = new Booster(new NativeHandle('Booster', out[0]));
    try {
      fill(booster);
      return booster;
    } catch (error) {
      booster[Symbol.dispose]();
      throw error;
    }
  }

  /** For calls of the C API. */
  get pointer(): Handle {
    return this.#handle.pointer;
  }

  setParam(params: SomeParameters): void {
    for (const [name, value] of parameterPairs(params, this.featureNames)) {
      call('XGBoosterSetParam', this.pointer, name, value);
    }
  }

  /** One round of boosting with the objective among the parameters; `iteration` counts from 0. */
  update(dtrain: DMatrix, iteration: number): void {
    this.#adoptFeatures(dtrain);
    call('XGBoosterUpdateOneIter', this.pointer, iteration, dtrain.pointer);
  }

  /** One round of boosting with a gradient of one's own. */
  boost(dtrain: DMatrix, iteration: number, { grad, hess }: Gradient): void {
    this.#adoptFeatures(dtrain);
    const { numRow } = dtrain;
    const width = grad.length / numRow;
    if (grad.length === 0 || !Number.isInteger(width) || hess.length !== grad.length) {
      throw new XGBoostError(
        `expected gradient and hessian for each of ${numRow} rows, got ${grad.length} and ${hess.length}`,
      );
    }
    const strange = grad.findIndex((first, at) => !Number.isFinite(first + hess[at]!));
    if (strange >= 0) {
      throw new XGBoostError(
        `expected finite gradients, got ${grad[strange]} and ${hess[strange]} at ${strange}`,
      );
    }
    const [first, second] = [grad, hess].map((values) => arrayInterface(values, [numRow, width]));
    call('XGBoosterTrainOneIter', this.pointer, dtrain.pointer, iteration, first, second);
  }

  /** The evaluation metrics on each matrix, in the order given. */
  evalSet(evals: readonly NamedMatrix[], iteration = 0): EvaluationScore[] {
    for (const { name, matrix } of evals) {
      if (name.includes('-')) throw new XGBoostError(`expected a name without "-", got "${name}"`);
      this.#adoptFeatures(matrix);
    }
    const out: [string | null] = [null];
    const matrices = evals.map(({ matrix }) => matrix.pointer);
    const names = evals.map(({ name }) => name);
    call('XGBoosterEvalOneIter', this.pointer, iteration, matrices, names, evals.length, out);
    return parseEvaluation(out[0] ?? '');
  }

  /** The objective's own scale, for `binary:logistic` a probability a row; or what the options ask for. */
  predict(matrix: DMatrix, options: PredictOptions = {}): Prediction {
    this.#requireFeatures(matrix.featureNames);
    this.#requireRounds(options);
    return predictMatrix(this.pointer, matrix, options);
  }

  /** Values or margins straight from arrays; quicker for few rows. Names of features are not compared. */
  inplacePredict(data: MatrixData, options: InplaceOptions = {}): Prediction {
    this.#requireRounds(options);
    return predictInplace(this.pointer, data, options);
  }

  /** The model as a document, the same bytes as Python's `save_raw`. */
  saveRaw(format: ModelFormat = 'ubj'): Uint8Array {
    return saveModelBytes(this.pointer, format);
  }

  /** Writes the model atomically, as JSON or UBJSON by the name's ending. */
  async saveModel(path: string): Promise<void> {
    await writeModelFile(path, this.saveRaw(formatOf(path)));
  }

  /** Every parameter as it is in force, as JSON; `loadConfig` takes it back. */
  saveConfig(): string {
    return savedConfig(this.pointer);
  }

  loadConfig(config: string): void {
    call('XGBoosterLoadJsonConfig', this.pointer, config);
  }

  /** One text a tree. */
  getDump(options: DumpOptions = {}): string[] {
    return dumpTrees(this.pointer, options);
  }

  /** Importance of each feature that is used, by name (`f0`, `f1` … without names). For several classes of `gblinear` see `getScores`. */
  getScore(importanceType: ImportanceType = 'weight'): Map<string, number> {
    return new Map([...this.getScores(importanceType)].map(([name, scores]) => [name, scores[0]!]));
  }

  /** The same, one number a class. */
  getScores(importanceType: ImportanceType = 'weight'): Map<string, number[]> {
    return featureScores(this.pointer, importanceType);
  }

  /** A booster of the rounds from `begin` up to before `end` (0: to the last), every `step`-th; without attributes. */
  slice(begin: number, end = 0, step = 1): Booster {
    const rounds = this.numBoostedRounds;
    if (
      ![begin, end, step].every(Number.isInteger) ||
      begin < 0 ||
      step < 1 ||
      Math.max(begin, end) > rounds ||
      step > 2 ** 31 - 1
    ) {
      throw new XGBoostError(`expected rounds within 0 to ${rounds}, got ${begin} to ${end} by ${step}`);
    }
    const out: [Handle] = [null];
    call('XGBoosterSlice', this.pointer, begin, end, step, out);
    return new Booster(new NativeHandle('Booster', out[0]));
  }

  /** The same model with the same parameters. */
  copy(): Booster {
    return Booster.#make([], (booster) => booster.#copyFrom(this));
  }

  /** Frees what training keeps of its matrices. */
  reset(): void {
    call('XGBoosterReset', this.pointer);
  }

  attr(name: string): string | undefined {
    return getAttribute(this.pointer, name);
  }

  attributes(): Record<string, string> {
    return Object.fromEntries(attributeNames(this.pointer).map((name) => [name, this.attr(name) ?? '']));
  }

  /** `undefined` takes an attribute away. */
  setAttr(attributes: Readonly<Record<string, string | undefined>>): void {
    for (const [name, value] of Object.entries(attributes)) setAttribute(this.pointer, name, value);
  }

  /** Round of the best score, counted from 0; undefined unless training could stop early. */
  get bestIteration(): number | undefined {
    const text = this.attr('best_iteration');
    return text === undefined ? undefined : Number(text);
  }

  get bestScore(): number | undefined {
    const text = this.attr('best_score');
    return text === undefined ? undefined : Number(text);
  }

  get numBoostedRounds(): number {
    const out = [0];
    call('XGBoosterBoostedRounds', this.pointer, out);
    return Number(out[0]);
  }

  get numFeatures(): number {
    const out = [0];
    call('XGBoosterGetNumFeature', this.pointer, out);
    return Number(out[0]);
  }

  get featureNames(): string[] | undefined {
    return getFeatureInfo('Booster', this.pointer, 'feature_name');
  }

  get featureTypes(): string[] | undefined {
    return getFeatureInfo('Booster', this.pointer, 'feature_type');
  }

  [Symbol.dispose](): void {
    this.#handle.dispose();
  }

  #load(model: Uint8Array): void {
    requireSoundModel(model);
    call('XGBoosterLoadModelFromBuffer', this.pointer, model, model.length);
  }

  #copyFrom(other: Booster): void {
    const bytes = serializeBooster(other.pointer);
    call('XGBoosterUnserializeFromBuffer', this.pointer, bytes, bytes.length);
  }

  /** The library looks a round up beyond the end of its list, and narrows what does not fit 32 bits. */
  #requireRounds({ iterationRange: [begin, end] = [0, 0] }: RoundOptions): void {
    if (begin === 0 && end === 0) return;
    const rounds = this.numBoostedRounds;
    if (begin <= rounds && end <= rounds) return;
    throw new XGBoostError(`expected a range within ${rounds} rounds, got ${begin} to ${end}`);
  }

  /** Takes names and types over from the first matrix that has some, and refuses matrices of others. */
  #adoptFeatures(matrix: DMatrix): void {
    const { featureNames, featureTypes } = matrix;
    if (featureNames !== undefined && this.featureNames === undefined) {
      setFeatureInfo('Booster', this.pointer, 'feature_name', featureNames);
    }
    if (featureTypes !== undefined && this.featureTypes === undefined) {
      setFeatureInfo('Booster', this.pointer, 'feature_type', featureTypes);
    }
    this.#requireFeatures(featureNames);
  }

  #requireFeatures(names: readonly string[] | undefined): void {
    const expected = this.featureNames;
    if (expected === undefined) return;
    if (names === undefined) {
      throw new XGBoostError(
        `expected a matrix with feature names (${expected.join(', ')}), got one without`,
      );
    }
    const at = expected.findIndex((name, index) => names[index] !== name);
    if (at >= 0 || names.length !== expected.length) {
      const [wanted, got] = at >= 0 ? [expected[at], names[at]] : [expected.length, names.length];
      throw new XGBoostError(`expected features as in training, got ${got} in place of ${wanted}`);
    }
  }
}
