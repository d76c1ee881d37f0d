import { contributionSummarySchema } from '../../src/artifacts/contribution-summary.ts';
import { rankValues } from '../../src/evaluation/rank-values.ts';
import { summarizeContributions } from '../../src/evaluation/summarize-contributions.ts';
import { categoricalColumn } from '../../src/features/categorical-column.ts';
import type { FeatureMatrix } from '../../src/features/feature-matrix.ts';
import type { Model } from '../../src/models/model.ts';

/** Raises the log-odds by the recency over ten; the region north lowers them by a half. */
const model: Model = {
  family: 'logistic-regression',
  predictProbability: ({ rowCount }) => new Float64Array(rowCount).fill(0.5),
  explain: ({ rowCount, columns }) => ({
    base: 0,
    values: Float64Array.from({ length: rowCount * 2 }, (_, place) => {
      const [recency, region] = columns;
      const row = Math.floor(place / 2);
      if (place % 2 === 1) return region?.kind === 'categorical' && region.codes[row] === 0 ? -0.5 : 0;
      const days = recency?.kind === 'numeric' ? recency.values[row]! : 0;
      return Number.isNaN(days) ? 0 : days / 10;
    }),
  }),
  toArtifact: () => null,
};

function testRows(days: readonly number[]) {
  const regions = days.map((_, row) => (row % 2 === 0 ? 'north' : 'south'));
  const matrix: FeatureMatrix = {
    rowCount: days.length,
    columns: [
      { kind: 'numeric', name: 'recency', values: Float64Array.from(days) },
      categoricalColumn('region', regions),
    ],
  };
  return { matrix, labels: new Uint8Array(days.length) };
}

const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9];

test('thirds of the values carry their range and their mean contribution', () => {
  const { rows, features } = summarizeContributions(model, testRows(nine), ['recency'], 1);
  expect(rows).toBe(9);
  expect(features[0]!.thirds.map((third) => [third?.rows, third?.from, third?.to])).toEqual([
    [3, 1, 3],
    [3, 4, 6],
    [3, 7, 9],
  ]);
  expect(features[0]!.thirds.map((third) => third!.contribution.toFixed(3))).toEqual([
    '0.200',
    '0.500',
    '0.800',
  ]);
});

test('bins hold every row once, ascending, and rise in rank where the contribution follows the value', () => {
  const { features } = summarizeContributions(model, testRows(nine), ['recency'], 1);
  const { bins } = features[0]!;
  expect(bins.reduce((sum, { rows }) => sum + rows, 0)).toBe(9);
  expect(bins.map(({ rank }) => rank)).toEqual([0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1]);
});

test('missing values and categories are groups of their own, without a rank', () => {
  const summary = summarizeContributions(model, testRows([1, NaN, 3, NaN]), ['region', 'recency'], 1);
  const [region, recency] = summary.features;
  expect(recency!.missing).toEqual({ rows: 2, contribution: 0 });
  expect(region!.thirds).toEqual([null, null, null]);
  expect(region!.categories).toEqual([
    { name: 'north', rows: 2, contribution: -0.5 },
    { name: 'south', rows: 2, contribution: 0 },
  ]);
  expect(region!.bins.map(({ rank }) => rank)).toEqual([null, null]);
  expect(contributionSummarySchema.parse(JSON.parse(JSON.stringify(summary)))).toEqual(summary);
});

test('of many rows 500 are drawn, the same for the same seed', () => {
  const many = testRows(Array.from({ length: 2_000 }, (_, row) => row));
  const drawn = summarizeContributions(model, many, ['recency'], 7);
  expect(drawn.rows).toBe(500);
  expect(summarizeContributions(model, many, ['recency'], 7)).toEqual(drawn);
  expect(summarizeContributions(model, many, ['recency'], 8)).not.toEqual(drawn);
});

test('equal values share the middle of their ranks', () => {
  expect([...rankValues(Float64Array.of(5, 1, 5, Number.NaN, 9))]).toEqual([0.5, 0, 0.5, Number.NaN, 1]);
  expect([...rankValues(Float64Array.of(3))]).toEqual([0]);
});
