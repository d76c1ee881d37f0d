import { arrayInterface, type InterfaceArray } from './array-interface.ts';
import { call, type Handle } from './native-library.ts';
import { XGBoostError } from './xgboost-error.ts';

export interface DMatrixOptions {
  /** One number a row. */
  readonly labels?: InterfaceArray;
  /** Weight of each row; 1 where absent. */
  readonly weights?: Float32Array;
  /** Threads for building the matrix; set it, the library would take every core. */
  readonly threads: number;
}

/**
 * Rows of features for libxgboost; NaN is a missing value. The library keeps its own copy of the numbers, outside the
 * JavaScript heap: free it (`using matrix = …`, or `[Symbol.dispose]()`), the garbage collector does not.
 */
export class DMatrix implements Disposable {
  #handle: Handle | undefined;

  private constructor(handle: Handle, options: DMatrixOptions) {
    this.#handle = handle;
    try {
      if (options.labels !== undefined) this.#setInfo('label', options.labels);
      if (options.weights !== undefined) this.#setInfo('weight', options.weights);
    } catch (error) {
      this[Symbol.dispose]();
      throw error;
    }
  }

  /** One array a feature, all of the same length. */
  static fromColumns(columns: readonly Float32Array[], options: DMatrixOptions): DMatrix {
    const rowCount = columns[0]?.length ?? 0;
    const other = columns.find(({ length }) => length !== rowCount);
    if (rowCount === 0 || other !== undefined) {
      throw new XGBoostError(
        `expected columns of one positive length, got ${columns.length} columns of ${rowCount} and ${other?.length ?? rowCount} rows`,
      );
    }
    const out: [Handle] = [null];
    const data = `[${columns.map((column) => arrayInterface(column)).join(',')}]`;
    call('XGDMatrixCreateFromColumnar', data, config(options), out);
    return new DMatrix(out[0], options);
  }

  /** Row after row: `values[row * columnCount + column]`. */
  static fromRows(values: Float32Array, columnCount: number, options: DMatrixOptions): DMatrix {
    const rowCount = values.length / columnCount;
    if (!Number.isInteger(rowCount) || rowCount === 0) {
      throw new XGBoostError(`expected a multiple of ${columnCount} numbers, got ${values.length}`);
    }
    const out: [Handle] = [null];
    call('XGDMatrixCreateFromDense', arrayInterface(values, [rowCount, columnCount]), config(options), out);
    return new DMatrix(out[0], options);
  }

  get handle(): Handle {
    if (this.#handle === undefined) throw new XGBoostError('expected a live DMatrix, got one already freed');
    return this.#handle;
  }

  get rowCount(): number {
    const out = [0];
    call('XGDMatrixNumRow', this.handle, out);
    return Number(out[0]);
  }

  get columnCount(): number {
    const out = [0];
    call('XGDMatrixNumCol', this.handle, out);
    return Number(out[0]);
  }

  [Symbol.dispose](): void {
    if (this.#handle === undefined) return;
    call('XGDMatrixFree', this.#handle);
    this.#handle = undefined;
  }

  #setInfo(field: string, values: InterfaceArray): void {
    call('XGDMatrixSetInfoFromInterface', this.handle, field, arrayInterface(values));
  }
}

function config({ threads }: DMatrixOptions): string {
  return `{"missing":NaN,"nthread":${threads}}`;
}
