import type { ContributionSummary, FeatureContributions } from '../artifacts/contribution-summary.ts';
import type { FeatureColumn } from '../features/feature-matrix.ts';
import type { LabelledMatrix } from '../features/labelled-matrix.ts';
import { selectRows } from '../features/select-rows.ts';
import type { Model } from '../models/model.ts';
import { sampleRows } from '../models/sample-rows.ts';
import { rankValues } from './rank-values.ts';

const mostRows = 500;
const mostFeatures = 12;
const gridSteps = 60;
const mostCategories = 5;

/**
 * How each of the named features, the first twelve of them, moves predictions, over at most 500 of the test rows (drawn by `seed`): the numbers behind a
 * summary plot of SHAP values (Lundberg et al. 2020, "From local explanations to global understanding"), whose dots are
 * gathered on a grid, so that the document stays small and names no customer.
 */
export function summarizeContributions(
  model: Model,
  test: LabelledMatrix,
  featureNames: readonly string[],
  seed: number,
): ContributionSummary {
  const { matrix } = selectRows(test, sampleRows(test.matrix.rowCount, mostRows, seed));
  const { values } = model.explain(matrix);
  const width = matrix.columns.length;
  const columns = featureNames.slice(0, mostFeatures).map((name) => {
    const index = matrix.columns.findIndex((column) => column.name === name);
    const contributions = Float64Array.from(
      { length: matrix.rowCount },
      (_, row) => values[row * width + index]!,
    );
    return { column: matrix.columns[index]!, contributions };
  });
  const extent = columns.flatMap(({ contributions }) => [...contributions]);
  const lowest = Math.min(...extent);
  const step = (Math.max(...extent) - lowest) / gridSteps || 1;
  return {
    rows: matrix.rowCount,
    features: columns.map(({ column, contributions }) => summarize(column, contributions, lowest, step)),
  };
}

function summarize(
  column: FeatureColumn,
  contributions: Float64Array,
  lowest: number,
  step: number,
): FeatureContributions {
  const rows = Array.from(contributions.keys());
  const ranks =
    column.kind === 'numeric' ? rankValues(column.values) : new Float64Array(rows.length).fill(NaN);
  const mean = (of: readonly number[], values: Float64Array) =>
    of.reduce((sum, row) => sum + values[row]!, 0) / of.length;
  const group = (of: readonly number[]) => ({ rows: of.length, contribution: mean(of, contributions) });
  const binOf = (row: number) => Math.min(gridSteps - 1, Math.floor((contributions[row]! - lowest) / step));
  const bins = [...Map.groupBy(rows, binOf)].sort(([a], [b]) => a - b);
  const missing = rows.filter((row) =>
    column.kind === 'numeric' ? Number.isNaN(column.values[row]!) : column.codes[row] === -1,
  );
  return {
    feature: column.name,
    bins: bins.map(([bin, members]) => {
      const ranked = members.filter((row) => !Number.isNaN(ranks[row]!));
      return {
        contribution: lowest + (bin + 0.5) * step,
        rows: members.length,
        rank: ranked.length === 0 ? null : mean(ranked, ranks),
      };
    }),
    thirds: [0, 1, 2].map((third) => {
      const members = rows.filter((row) => Math.min(2, Math.floor(3 * ranks[row]!)) === third);
      if (column.kind !== 'numeric' || members.length === 0) return null;
      const values = members.map((row) => column.values[row]!);
      return { ...group(members), from: Math.min(...values), to: Math.max(...values) };
    }) as FeatureContributions['thirds'],
    missing: missing.length === 0 ? null : group(missing),
    categories: column.kind === 'numeric' ? [] : categories(column, rows, group),
  };
}

function categories(
  { codes, levels }: Extract<FeatureColumn, { kind: 'categorical' }>,
  rows: readonly number[],
  group: (of: readonly number[]) => { rows: number; contribution: number },
): FeatureContributions['categories'] {
  const known = rows.filter((row) => codes[row]! >= 0);
  return [...Map.groupBy(known, (row) => codes[row]!)]
    .map(([code, members]) => ({ name: levels[code]!, ...group(members) }))
    .sort((a, b) => b.rows - a.rows || (a.name < b.name ? -1 : 1))
    .slice(0, mostCategories);
}
