import { aucStandardError } from '../../src/metrics/auc-standard-error.ts';

test('the example of Hanley and McNeil: an area of 0.893 of 51 and 58 cases has a standard error of 0.032', () => {
  expect(aucStandardError(0.893, 51, 58)).toBeCloseTo(0.0325, 4);
});

test.each([
  [20, 80],
  [1, 29],
  [500, 500],
])('without skill it is that of the rank sum of %i and %i rows', (churned, stayed) => {
  const rankSum = Math.sqrt((churned + stayed + 1) / (12 * churned * stayed));
  expect(aucStandardError(0.5, churned, stayed)).toBeCloseTo(rankSum, 12);
});

test('four times as many rows halve it', () => {
  const ratio = aucStandardError(0.7, 1_000, 4_000) / aucStandardError(0.7, 4_000, 16_000);
  expect(ratio).toBeCloseTo(2, 2);
});

test('rows of one class say nothing', () => {
  expect(aucStandardError(0.5, 0, 100)).toBe(Number.POSITIVE_INFINITY);
});
