import type { FeatureMatrix } from '../features/feature-matrix.ts';

export const splitNames = ['train', 'validation', 'test'] as const;
export type SplitName = (typeof splitNames)[number];

/**
 * Columns of a feature table in Parquet, in this order: `customer_id` VARCHAR, `as_of` DATE, `split` VARCHAR (null in a
 * table for scoring), `label` TINYINT (1 churned, 0 stayed, null unknown), then the feature list: DOUBLE or VARCHAR, null
 * where missing. Rows are sorted by as_of, then customer_id.
 */
export interface FeatureTable {
  readonly customerIds: readonly string[];
  /** Days since 1970-01-01. */
  readonly asOfDays: Int32Array;
  readonly splits: readonly (SplitName | null)[];
  /** 1, 0, or 255 where unknown. */
  readonly labels: Uint8Array;
  readonly matrix: FeatureMatrix;
}
