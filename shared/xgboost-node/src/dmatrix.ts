import type { NumberArray } from './array-interface.ts';
import { copyInto } from './copy-native.ts';
import { getFeatureInfo } from './feature-info.ts';
import { describeData, type MatrixData, type SparseData } from './matrix-data.ts';
import { type MatrixInfo, setInfo } from './matrix-info.ts';
import { NativeHandle } from './native-handle.ts';
import { call, type Handle } from './native-library.ts';
import { XGBoostError } from './xgboost-error.ts';

export interface DMatrixOptions extends MatrixInfo {
  /** The value that stands for a missing one, beside NaN (always missing). */
  readonly missing?: number;
  /** Threads for building the matrix; set it, the library would take every core. */
  readonly nthread: number;
}

/**
 * Rows of features for libxgboost; NaN is a missing value. The library reads the arrays where they are and keeps its own
 * copy of the numbers as 32-bit floats, outside the JavaScript heap: free it (`using matrix = …`, or
 * `[Symbol.dispose]()`), the garbage collector knows nothing of its size.
 */
export class DMatrix implements Disposable {
  readonly #handle: NativeHandle;

  protected constructor(pointer: Handle) {
    this.#handle = new NativeHandle('DMatrix', pointer);
  }

  /** One array a feature, all of the same length, of any type of numbers. */
  static fromColumns(columns: readonly NumberArray[], options: DMatrixOptions): DMatrix {
    return DMatrix.#create({ columns }, options);
  }

  /** Row after row: `rows[row * numCol + column]`. */
  static fromRows(rows: NumberArray, numCol: number, options: DMatrixOptions): DMatrix {
    return DMatrix.#create({ rows, numCol }, options);
  }

  /** Compressed sparse rows; what is not listed is missing. */
  static fromCsr(data: SparseData, options: DMatrixOptions): DMatrix {
    return DMatrix.#create(data, options);
  }

  static #create(data: MatrixData, options: DMatrixOptions): DMatrix {
    const { ending, values, numRow, numCol } = describeData(data);
    const out: [Handle] = [null];
    call(`XGDMatrixCreateFrom${ending}`, ...values, matrixConfig(options), out);
    return new DMatrix(out[0]).#with(options, numRow, numCol);
  }

  #with(info: MatrixInfo, numRow: number, numCol: number): this {
    try {
      setInfo(this.pointer, info, { numRow, numCol });
      return this;
    } catch (error) {
      this[Symbol.dispose]();
      throw error;
    }
  }

  /** For calls of the C API. */
  get pointer(): Handle {
    return this.#handle.pointer;
  }

  get numRow(): number {
    return this.#count('XGDMatrixNumRow');
  }

  get numCol(): number {
    return this.#count('XGDMatrixNumCol');
  }

  get numNonMissing(): number {
    return this.#count('XGDMatrixNumNonMissing');
  }

  get featureNames(): string[] | undefined {
    return getFeatureInfo('DMatrix', this.pointer, 'feature_name');
  }

  get featureTypes(): string[] | undefined {
    return getFeatureInfo('DMatrix', this.pointer, 'feature_type');
  }

  /** Copies of what the matrix holds; empty where it holds none. */
  getLabel(): Float32Array {
    return this.#floats('label');
  }

  getWeight(): Float32Array {
    return this.#floats('weight');
  }

  getBaseMargin(): Float32Array {
    return this.#floats('base_margin');
  }

  /** Rows of each query. */
  getGroup(): Uint32Array {
    const length = [0];
    const out: [Handle] = [null];
    call('XGDMatrixGetUIntInfo', this.pointer, 'group_ptr', length, out);
    const ends = copyInto(new Uint32Array(Number(length[0])), out[0]);
    return ends.subarray(1).map((end, at) => end - ends[at]!);
  }

  /** Replaces labels, weights or names. */
  setInfo(info: MatrixInfo): void {
    setInfo(this.pointer, info, this);
  }

  /** A matrix of some of the rows, in the order given; it keeps no groups unless `allowGroups`. */
  slice(rows: readonly number[] | Int32Array, allowGroups = false): DMatrix {
    const { numRow } = this;
    const strange = rows.findIndex((row) => !(Number.isInteger(row) && row >= 0 && row < numRow));
    if (strange >= 0) {
      throw new XGBoostError(`expected rows from 0 to ${numRow - 1}, got ${rows[strange]} at ${strange}`);
    }
    const out: [Handle] = [null];
    const indices = Int32Array.from(rows);
    call('XGDMatrixSliceDMatrixEx', this.pointer, indices, indices.length, out, allowGroups ? 1 : 0);
    return new DMatrix(out[0]);
  }

  [Symbol.dispose](): void {
    this.#handle.dispose();
  }

  #count(name: 'XGDMatrixNumRow' | 'XGDMatrixNumCol' | 'XGDMatrixNumNonMissing'): number {
    const out = [0];
    call(name, this.pointer, out);
    return Number(out[0]);
  }

  #floats(field: string): Float32Array {
    const length = [0];
    const out: [Handle] = [null];
    call('XGDMatrixGetFloatInfo', this.pointer, field, length, out);
    return copyInto(new Float32Array(Number(length[0])), out[0]);
  }
}

/** `NaN` is a word of its own in the library's JSON. */
export function matrixConfig({ missing, nthread }: Pick<DMatrixOptions, 'missing' | 'nthread'>): string {
  if (missing !== undefined && !Number.isFinite(missing) && !Number.isNaN(missing)) {
    throw new XGBoostError(`expected a finite number or NaN for missing, got ${missing}`);
  }
  return `{"missing":${missing ?? Number.NaN},"nthread":${requireThreads(nthread)}}`;
}

/** 0 and -1 mean every core to the library, and any other number that is none ends the process. */
function requireThreads(nthread: number): number {
  if (Number.isInteger(nthread) && nthread >= -1) return nthread;
  throw new XGBoostError(`expected a whole number of threads, got ${nthread}`);
}
