import { featureColumn } from './feature-column.ts';
import { featureList } from './feature-list.ts';
import type { FeatureMatrix } from './feature-matrix.ts';

/** The features of one customer at one as-of date, by name. */
export type FeatureValues = Readonly<Record<string, number | string | null>>;

/** Rows of evaluated features as the columns a model takes, in the order of the feature list. */
export function featureRowsToMatrix(rows: readonly FeatureValues[]): FeatureMatrix {
  return {
    rowCount: rows.length,
    columns: featureList.map((feature) =>
      featureColumn(
        feature,
        rows.map((row) => row[feature.name] ?? null),
      ),
    ),
  };
}
