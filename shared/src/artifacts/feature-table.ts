import type { FeatureMatrix } from '../features/feature-matrix.ts';

export const splitNames = ['train', 'validation', 'test'] as const;
export type SplitName = (typeof splitNames)[number];

/**
 * Columns of a feature table in Parquet, in this order: `customer_id` VARCHAR, `as_of` DATE, `split` VARCHAR (null in a
 * table for scoring), `label` TINYINT (1 churned, 0 stayed, null unknown), then the feature list: DOUBLE or VARCHAR, null
 * where missing. Rows are sorted by as_of, then customer_id.
 */
export interface FeatureTable extends FeatureRows {
  readonly matrix: FeatureMatrix;
}

/** Whose the rows of a feature table are, of which date, what for, and what came of them. */
export interface FeatureRows {
  readonly customerIds: readonly string[];
  /** Days since 1970-01-01. */
  readonly asOfDays: Int32Array;
  readonly splits: readonly (SplitName | null)[];
  /** 1, 0, or 255 where unknown. */
  readonly labels: Uint8Array;
}

/** Indices of the rows that a model may learn from and be chosen by, ascending: those of no test. */
export function learnableRows(table: FeatureRows): Int32Array {
  return rowsWhere(table, (row) => table.splits[row] === 'train' || table.splits[row] === 'validation');
}

/** Indices of the test rows, ascending. */
export function testRows(table: FeatureRows): Int32Array {
  return rowsWhere(table, (row) => table.splits[row] === 'test');
}

/** Indices of the rows with a known outcome, of the test or not, ascending. */
export function labelledRows(table: FeatureRows): Int32Array {
  return rowsWhere(table, (row) => table.splits[row] !== null);
}

/** Indices of the rows of the latest as-of date, ascending. */
export function latestRows(table: FeatureRows): Int32Array {
  const latest = table.asOfDays.reduce((last, day) => Math.max(last, day), Number.NEGATIVE_INFINITY);
  return rowsWhere(table, (row) => table.asOfDays[row] === latest);
}

function rowsWhere({ labels }: FeatureRows, test: (row: number) => boolean): Int32Array {
  return Int32Array.from(labels.keys()).filter(test);
}
