import { arrayInterface, type InterfaceArray, type NumberArray } from './array-interface.ts';
import { XGBoostError } from './xgboost-error.ts';

/** One array a feature, all of the same length; their types may differ. */
export interface ColumnData {
  readonly columns: readonly NumberArray[];
}

/** Row after row: `rows[row * numCol + column]`. */
export interface RowData {
  readonly rows: NumberArray;
  readonly numCol: number;
}

/** Compressed sparse rows: row r holds `values[k]` of column `indices[k]` for k from `indptr[r]` to `indptr[r + 1]`; the rest is missing. */
export interface SparseData {
  readonly indptr: Int32Array | Uint32Array | BigInt64Array | BigUint64Array;
  readonly indices: Int32Array | Uint32Array;
  readonly values: Float32Array | Float64Array;
  readonly numCol: number;
}

export type MatrixData = ColumnData | RowData | SparseData;

/** How a call of the C API is told the data: the ending of its name, and its first arguments. */
export interface NativeData {
  readonly ending: 'Columnar' | 'Dense' | 'CSR';
  readonly values: readonly unknown[];
  readonly numRow: number;
  readonly numCol: number;
}

/** Checks the data's shape and describes it to libxgboost; nothing is copied. */
export function describeData(data: MatrixData): NativeData {
  if ('columns' in data) return describeColumns(data);
  return 'rows' in data ? describeRows(data) : describeSparse(data);
}

function describeColumns({ columns }: ColumnData): NativeData {
  const numRow = columns[0]?.length ?? 0;
  const other = columns.find((column) => column?.length !== numRow);
  if (numRow === 0 || other !== undefined) {
    throw new XGBoostError(
      `expected columns of one positive length, got ${columns.length} columns of ${numRow} and ${other?.length ?? numRow} rows`,
    );
  }
  const values = [`[${columns.map((column) => arrayInterface(column)).join(',')}]`];
  return { ending: 'Columnar', values, numRow, numCol: columns.length };
}

function describeRows({ rows, numCol }: RowData): NativeData {
  const numRow = rows.length / requireColumns(numCol);
  if (!Number.isInteger(numRow) || numRow === 0) {
    throw new XGBoostError(`expected a multiple of ${numCol} numbers, got ${rows.length}`);
  }
  return { ending: 'Dense', values: [arrayInterface(rows, [numRow, numCol])], numRow, numCol };
}

function describeSparse(data: SparseData): NativeData {
  const { indptr, indices, values, numCol } = data;
  requireColumns(numCol);
  requireSoundRows(indptr, values.length);
  const fault = indices.findIndex((column) => column < 0 || column >= numCol);
  if (indices.length !== values.length || fault >= 0) {
    throw new XGBoostError(
      fault >= 0
        ? `expected columns from 0 to ${numCol - 1}, got ${indices[fault]} at ${fault}`
        : `expected as many indices as values, got ${indices.length} and ${values.length}`,
    );
  }
  return {
    ending: 'CSR',
    values: [...[indptr, indices, values].map((array) => arrayInterface(array)), numCol],
    numRow: indptr.length - 1,
    numCol,
  };
}

/** libxgboost trusts these numbers as addresses. */
function requireSoundRows(indptr: InterfaceArray, count: number): void {
  const fault = indptr.findIndex((end: number | bigint, row: number) => {
    return row === 0 ? Number(end) !== 0 : end < indptr[row - 1]!;
  });
  if (indptr.length >= 2 && fault < 0 && Number(indptr.at(-1)) === count) return;
  throw new XGBoostError(
    `expected indptr to rise from 0 to ${count} over at least one row, got ${indptr.length} numbers` +
      (fault >= 0 ? ` with ${indptr[fault]} at ${fault}` : ` up to ${indptr.at(-1)}`),
  );
}

function requireColumns(numCol: number): number {
  if (Number.isInteger(numCol) && numCol > 0) return numCol;
  throw new XGBoostError(`expected a positive number of columns, got ${numCol}`);
}
