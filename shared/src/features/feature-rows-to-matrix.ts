import { categoricalColumn } from './categorical-column.ts';
import { featureList } from './feature-list.ts';
import type { FeatureColumn, FeatureMatrix } from './feature-matrix.ts';

/** The features of one customer at one as-of date, by name. */
export type FeatureValues = Readonly<Record<string, number | string | null>>;

/** Rows of evaluated features as the columns a model takes, in the order of the feature list. */
export function featureRowsToMatrix(rows: readonly FeatureValues[]): FeatureMatrix {
  return {
    rowCount: rows.length,
    columns: featureList.map(({ kind, name }): FeatureColumn => {
      const cells = rows.map((row) => row[name] ?? null);
      if (kind === 'categorical') return categoricalColumn(name, cells as (string | null)[]);
      return {
        kind,
        name,
        values: Float64Array.from(cells, (cell) => (cell === null ? Number.NaN : Number(cell))),
      };
    }),
  };
}
