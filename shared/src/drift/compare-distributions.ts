import type { FeatureColumn, FeatureMatrix } from '../features/feature-matrix.ts';
import { badInput } from '../platform/churn-error.ts';
import { countCategories, countInBins } from './count-column.ts';
import type { ColumnDistribution, DistributionReference, NumericDistribution } from './distribution.ts';
import { populationStability, type Stability } from './population-stability.ts';

/** How far a column has moved from its reference. */
export interface ColumnDrift extends Stability {
  readonly name: string;
  /** Share of rows without a value, then and now. */
  readonly missingBefore: number;
  readonly missingNow: number;
}

/** Drift of every column, in the order of the matrix, which must have the columns of the reference. */
export function compareDistributions(reference: DistributionReference, matrix: FeatureMatrix): ColumnDrift[] {
  if (reference.columns.length !== matrix.columns.length) {
    throw badInput(
      'reference-differs',
      `expected ${reference.columns.length} columns as in the reference, got ${matrix.columns.length}`,
    );
  }
  return reference.columns.map((before, index) => compareColumn(before, matrix.columns[index]!));
}

/** Drift of predicted probabilities. */
export function compareScores(reference: NumericDistribution, probabilities: Float64Array): ColumnDrift {
  return compareColumn(reference, { kind: 'numeric', name: reference.name, values: probabilities });
}

function compareColumn(before: ColumnDistribution, column: FeatureColumn): ColumnDrift {
  if (before.kind === 'numeric' && column.kind === 'numeric' && before.name === column.name) {
    return drift(before.name, binsOf(before), binsOf(countInBins(column.values, before.edges)));
  }
  if (before.kind === 'categorical' && column.kind === 'categorical' && before.name === column.name) {
    return drift(before.name, binsOf(before), binsOf(countCategories(column, before.levels)));
  }
  throw badInput(
    'reference-differs',
    `expected column ${before.name} (${before.kind}) as in the reference, got ${column.name} (${column.kind})`,
  );
}

/** Missing values are a bin of their own, the last. */
function binsOf({
  counts,
  other,
  missing,
}: {
  counts: readonly number[];
  other?: number;
  missing: number;
}): number[] {
  return [...counts, other ?? 0, missing];
}

function drift(name: string, before: readonly number[], now: readonly number[]): ColumnDrift {
  return {
    name,
    ...populationStability(before, now),
    missingBefore: missingShare(before),
    missingNow: missingShare(now),
  };
}

function missingShare(bins: readonly number[]): number {
  const rows = bins.reduce((total, count) => total + count, 0);
  return rows === 0 ? 0 : bins.at(-1)! / rows;
}
