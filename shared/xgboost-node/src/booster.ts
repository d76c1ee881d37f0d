import koffi from 'koffi';
import type { DMatrix } from './dmatrix.ts';
import { call, type Handle } from './native-library.ts';
import { type EvaluationScore, parseEvaluation } from './parse-evaluation.ts';
import { XGBoostError } from './xgboost-error.ts';

/** XGBoost's parameters by their documented names; `nthread` must be among them. */
export type Parameters = Readonly<Record<string, string | number | boolean>> & { readonly nthread: number };

export interface NamedMatrix {
  readonly name: string;
  readonly matrix: DMatrix;
}

const predictionTypes = { value: 0, margin: 1, contributions: 2 } as const;

/** Trees in the making, or made. Lives outside the JavaScript heap: free it (`using booster = …`). */
export class Booster implements Disposable {
  #handle: Handle | undefined;

  /** `cached`: the matrices it will be trained and evaluated on; they must outlive the booster. */
  constructor(parameters: Parameters, cached: readonly DMatrix[] = []) {
    const out: [Handle] = [null];
    call(
      'XGBoosterCreate',
      cached.map(({ handle }) => handle),
      cached.length,
      out,
    );
    this.#handle = out[0];
    try {
      this.setParameters(parameters);
    } catch (error) {
      this[Symbol.dispose]();
      throw error;
    }
  }

  /** Builds a booster from `save()`. A damaged file can crash the process: verify its hash before. */
  static load(bytes: Uint8Array, parameters: Parameters): Booster {
    const booster = new Booster(parameters);
    try {
      call('XGBoosterLoadModelFromBuffer', booster.handle, bytes, bytes.length);
      booster.setParameters(parameters);
      return booster;
    } catch (error) {
      booster[Symbol.dispose]();
      throw error;
    }
  }

  get handle(): Handle {
    if (this.#handle === undefined) throw new XGBoostError('expected a live Booster, got one already freed');
    return this.#handle;
  }

  setParameters(parameters: Readonly<Record<string, string | number | boolean>>): void {
    for (const [name, value] of Object.entries(parameters)) {
      call('XGBoosterSetParam', this.handle, name, String(value));
    }
  }

  /** One round of boosting; `round` counts from 0. */
  update(round: number, train: DMatrix): void {
    call('XGBoosterUpdateOneIter', this.handle, round, train.handle);
  }

  /** The evaluation metrics on each matrix, in the order given. */
  evaluate(round: number, matrices: readonly NamedMatrix[]): EvaluationScore[] {
    const out: [string | null] = [null];
    call(
      'XGBoosterEvalOneIter',
      this.handle,
      round,
      matrices.map(({ matrix }) => matrix.handle),
      matrices.map(({ name }) => name),
      matrices.length,
      out,
    );
    return parseEvaluation(out[0] ?? '');
  }

  /** The objective's own scale, for `binary:logistic` a probability a row. `rounds` 0 means all. */
  predict(matrix: DMatrix, rounds = 0): Float32Array {
    return this.#predict(matrix, predictionTypes.value, rounds);
  }

  /** The raw sum of leaves, for `binary:logistic` log-odds. */
  predictMargin(matrix: DMatrix, rounds = 0): Float32Array {
    return this.#predict(matrix, predictionTypes.margin, rounds);
  }

  /** SHAP values of the margin, row-major, rows × (columns + 1); the last of a row is the base. */
  predictContributions(matrix: DMatrix, rounds = 0): Float32Array {
    return this.#predict(matrix, predictionTypes.contributions, rounds);
  }

  /** The model as a document: `json` for people and parsers, `ubj` (binary) for size. */
  save(format: 'json' | 'ubj'): Uint8Array {
    const length = [0];
    const bytes: [Handle] = [null];
    call('XGBoosterSaveModelToBuffer', this.handle, `{"format":"${format}"}`, length, bytes);
    return Uint8Array.from(koffi.decode(bytes[0], 'uint8_t', Number(length[0])) as ArrayLike<number>);
  }

  [Symbol.dispose](): void {
    if (this.#handle === undefined) return;
    call('XGBoosterFree', this.#handle);
    this.#handle = undefined;
  }

  #predict(matrix: DMatrix, type: number, rounds: number): Float32Array {
    const config = `{"type":${type},"training":false,"iteration_begin":0,"iteration_end":${rounds},"strict_shape":false}`;
    const shape: [Handle] = [null];
    const dimensions = [0];
    const result: [Handle] = [null];
    call('XGBoosterPredictFromDMatrix', this.handle, matrix.handle, config, shape, dimensions, result);
    const sizes = Array.from(koffi.decode(shape[0], 'uint64_t', Number(dimensions[0])) as ArrayLike<number>);
    const length = sizes.reduce((product, size) => product * Number(size), 1);
    // The buffer belongs to this thread and is overwritten by the next call: copy.
    return Float32Array.from(koffi.decode(result[0], 'float', length) as ArrayLike<number>);
  }
}
