import koffi from 'koffi';
import type { NumberArray } from './array-interface.ts';
import { DMatrix, type DMatrixOptions, matrixConfig } from './dmatrix.ts';
import { describeData, type MatrixData, type SparseData } from './matrix-data.ts';
import { type MatrixInfo, setInfo } from './matrix-info.ts';
import { NativeHandle } from './native-handle.ts';
import { call, type Handle } from './native-library.ts';
import { XGBoostError } from './xgboost-error.ts';

/** Some rows, with their own labels and weights. Names and types of the features are the same in every batch. */
export type Batch = MatrixData & MatrixInfo;

export interface QuantileOptions {
  /** Bins a feature; the same as the parameter `max_bin` of training. 256 where absent. */
  readonly maxBin?: number;
  /** The training matrix, whose bins a validation matrix must use. */
  readonly ref?: DMatrix;
}

const resetType = koffi.pointer(koffi.proto(null, 'void', ['void *']));
const nextType = koffi.pointer(koffi.proto(null, 'int', ['void *']));

/**
 * A matrix for `tree_method: 'hist'` that keeps only the bin of each value, a quarter of the memory of a DMatrix, and
 * never holds all rows at once when they come in batches, which the library reads four times.
 */
export class QuantileDMatrix extends DMatrix {
  /** The training matrix whose bins this one uses. */
  readonly ref: DMatrix | undefined;

  private constructor(pointer: Handle, ref: DMatrix | undefined) {
    super(pointer);
    this.ref = ref;
  }

  static override fromColumns(columns: readonly NumberArray[], options: DMatrixOptions & QuantileOptions) {
    return QuantileDMatrix.fromBatches([{ ...options, columns }], options);
  }

  static override fromRows(rows: NumberArray, numCol: number, options: DMatrixOptions & QuantileOptions) {
    return QuantileDMatrix.fromBatches([{ ...options, rows, numCol }], options);
  }

  static override fromCsr(data: SparseData, options: DMatrixOptions & QuantileOptions) {
    return QuantileDMatrix.fromBatches([{ ...options, ...data }], options);
  }

  /** `batches` is iterated anew for each pass: an array, or an object whose iterator starts over. */
  static fromBatches(
    batches: Iterable<Batch>,
    options: Pick<DMatrixOptions, 'missing' | 'nthread'> & QuantileOptions,
  ): QuantileDMatrix {
    const config = quantileConfig(options);
    const feed = new BatchFeed(batches);
    const reset = koffi.register(() => feed.reset(), resetType);
    const next = koffi.register(() => feed.next(), nextType);
    const { ref } = options;
    try {
      const out: [Handle] = [null];
      return feed.run(() => {
        const passes = [reset, next, config, out];
        call('XGQuantileDMatrixCreateFromCallback', null, feed.proxy, ref?.pointer ?? null, ...passes);
        return new QuantileDMatrix(out[0], ref);
      });
    } finally {
      koffi.unregister(reset);
      koffi.unregister(next);
      feed.dispose();
    }
  }
}

function quantileConfig(options: Pick<DMatrixOptions, 'missing' | 'nthread'> & QuantileOptions): string {
  const { maxBin } = options;
  if (maxBin === undefined) return matrixConfig(options);
  if (!(Number.isInteger(maxBin) && maxBin >= 2)) {
    throw new XGBoostError(`expected at least 2 bins, got ${maxBin}`);
  }
  return `${matrixConfig(options).slice(0, -1)},"max_bin":${maxBin}}`;
}

/** Hands batch after batch to the library through its proxy matrix. An error thrown meanwhile waits until the call is over. */
class BatchFeed {
  readonly #batches: Iterable<Batch>;
  readonly #handle: NativeHandle;
  #iterator: Iterator<Batch> | undefined;
  /** Alive until the next one is asked for: the library reads its arrays after `next` has returned. */
  batch: Batch | undefined;
  #error: { readonly reason: unknown } | undefined;

  constructor(batches: Iterable<Batch>) {
    this.#batches = batches;
    const out: [Handle] = [null];
    call('XGProxyDMatrixCreate', out);
    this.#handle = new NativeHandle('DMatrix', out[0]);
  }

  get proxy(): Handle {
    return this.#handle.pointer;
  }

  reset(): void {
    this.#iterator = undefined;
    this.batch = undefined;
  }

  /** 1 where there was another batch. */
  next(): number {
    try {
      if (this.#error !== undefined) return 0;
      this.batch = undefined;
      this.#iterator ??= this.#start();
      const { done, value } = this.#iterator.next();
      if (done === true) return 0;
      this.batch = value;
      const { ending, values, numRow, numCol } = describeData(value);
      call(`XGProxyDMatrixSetData${ending}`, this.proxy, ...values);
      setInfo(this.proxy, value, { numRow, numCol });
      return 1;
    } catch (reason) {
      this.#error = { reason };
      return 0;
    }
  }

  /** The matrix that `create` makes, unless a batch could not be had. */
  run<T extends Disposable>(create: () => T): T {
    let made: T | undefined;
    try {
      made = create();
    } catch (error) {
      throw this.#error === undefined ? error : this.#error.reason;
    }
    if (this.#error === undefined) return made;
    made[Symbol.dispose]();
    throw this.#error.reason;
  }

  dispose(): void {
    this.#handle.dispose();
  }

  #start(): Iterator<Batch> {
    const iterator = this.#batches[Symbol.iterator]();
    if ((iterator as unknown) !== this.#batches) return iterator;
    throw new XGBoostError(
      'expected batches that can be iterated again, got an iterator that ends with its first pass',
    );
  }
}
