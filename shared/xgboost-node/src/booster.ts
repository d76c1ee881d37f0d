import { readFile } from 'node:fs/promises';
import { boostedRounds, requireRounds, sliceRounds } from './boosted-rounds.ts';
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
import { getFeatureInfo } from './feature-info.ts';
import type { MatrixData } from './matrix-data.ts';
import { type ModelFormat, saveModelBytes, serializeBooster } from './model-bytes.ts';
import { adoptFeatures, requireFeatures } from './model-features.ts';
import { NativeHandle } from './native-handle.ts';
import { call, type Handle } from './native-library.ts';
import { type Parameters, parameterPairs, type SomeParameters } from './parameters.ts';
import {
  type InplaceOptions,
  type Prediction,
  type PredictOptions,
  predictInplace,
  predictMatrix,
} from './prediction.ts';
import { requireSoundModel } from './sound-model.ts';
import { trainWithGradient } from './train-with-gradient.ts';
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
      for (const matrix of cache) adoptFeatures(booster.pointer, matrix);
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
    adoptFeatures(this.pointer, dtrain);
    call('XGBoosterUpdateOneIter', this.pointer, iteration, dtrain.pointer);
  }

  /** One round of boosting with a gradient of one's own. */
  boost(dtrain: DMatrix, iteration: number, { grad, hess }: Gradient): void {
    adoptFeatures(this.pointer, dtrain);
    trainWithGradient(this.pointer, dtrain, iteration, grad, hess);
  }

  /** The evaluation metrics on each matrix, in the order given. */
  evalSet(evals: readonly NamedMatrix[], iteration = 0): EvaluationScore[] {
    for (const { name, matrix } of evals) {
      if (name.includes('-')) throw new XGBoostError(`expected a name without "-", got "${name}"`);
      adoptFeatures(this.pointer, matrix);
    }
    const out: [string | null] = [null];
    const matrices = evals.map(({ matrix }) => matrix.pointer);
    const names = evals.map(({ name }) => name);
    call('XGBoosterEvalOneIter', this.pointer, iteration, matrices, names, evals.length, out);
    return parseEvaluation(out[0] ?? '');
  }

  /** The objective's own scale, for `binary:logistic` a probability a row; or what the options ask for. */
  predict(matrix: DMatrix, options: PredictOptions = {}): Prediction {
    requireFeatures(this.pointer, matrix.featureNames);
    requireRounds(this.pointer, options);
    return predictMatrix(this.pointer, matrix, options);
  }

  /** Values or margins straight from arrays; quicker for few rows. Names of features are not compared. */
  inplacePredict(data: MatrixData, options: InplaceOptions = {}): Prediction {
    requireRounds(this.pointer, options);
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
    return new Booster(new NativeHandle('Booster', sliceRounds(this.pointer, begin, end, step)));
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
    return boostedRounds(this.pointer);
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
}
