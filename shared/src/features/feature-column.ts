import { categoricalColumn } from './categorical-column.ts';
import type { FeatureDeclaration } from './feature-declaration.ts';
import type { FeatureColumn } from './feature-matrix.ts';

/** A feature of several customers as the column a model takes; null where it is missing. */
export function featureColumn(
  { kind, name }: FeatureDeclaration,
  cells: readonly (number | string | null)[],
): FeatureColumn {
  if (kind === 'categorical') return categoricalColumn(name, cells as (string | null)[]);
  return {
    kind,
    name,
    values: Float64Array.from(cells, (cell) => (cell === null ? Number.NaN : Number(cell))),
  };
}
