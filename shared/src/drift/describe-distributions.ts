import type { CategoricalColumn, FeatureMatrix } from '../features/feature-matrix.ts';
import { presentValues } from '../features/present-values.ts';
import { countCategories, countInBins } from './count-column.ts';
import type { CategoricalDistribution, DistributionReference, NumericDistribution } from './distribution.ts';

const mostBins = 10;
/** Levels beyond these count as other: a bin of a handful of rows tells nothing. */
const mostLevels = 20;

/** Distributions of all columns: numbers in up to ten bins of about equal counts, categories by level. */
export function describeDistributions(matrix: FeatureMatrix): DistributionReference {
  return {
    rows: matrix.rowCount,
    columns: matrix.columns.map((column) =>
      column.kind === 'numeric' ? describeNumbers(column.name, column.values) : describeCategories(column),
    ),
  };
}

/** Distribution of predicted probabilities. */
export function describeScores(probabilities: Float64Array): NumericDistribution {
  return describeNumbers('probability', probabilities);
}

function describeNumbers(name: string, values: Float64Array): NumericDistribution {
  const sorted = presentValues(values).sort();
  const quantiles = Array.from(
    { length: mostBins - 1 },
    (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / mostBins)]!,
  );
  const highest = sorted.at(-1);
  const inner = highest === undefined ? [] : [...new Set(quantiles)].filter((edge) => edge < highest);
  const edges = highest === undefined || inner.length > 0 ? inner : edgesAround(highest);
  return { kind: 'numeric', name, edges, ...countInBins(values, edges) };
}

/** Of a column that has one value nearly everywhere: without a bin below and one above, no later value would be another. */
function edgesAround(value: number): number[] {
  return [value - 1e-9 * Math.max(1, Math.abs(value)), value];
}

function describeCategories(column: CategoricalColumn): CategoricalDistribution {
  const rows = new Array<number>(column.levels.length).fill(0);
  for (const code of column.codes) if (code >= 0) rows[code]! += 1;
  const levels = column.levels
    .map((level, code) => ({ level, rows: rows[code]! }))
    .sort((a, b) => b.rows - a.rows || (a.level < b.level ? -1 : 1))
    .slice(0, mostLevels)
    .map(({ level }) => level);
  return { kind: 'categorical', name: column.name, levels, ...countCategories(column, levels) };
}
