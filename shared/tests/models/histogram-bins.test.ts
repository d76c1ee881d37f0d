import { histogramBins } from '../../src/models/histogram-bins.ts';

test.each([
  [100, 32],
  [3_000, 32],
  [15_800, 64],
  [40_000, 128],
  [60_000, 256],
  [10_000_000, 256],
])('%i rows have %i bins', (rows, bins) => {
  expect(histogramBins(rows, 256)).toBe(bins);
});

test('there are no more than asked for', () => {
  expect(histogramBins(60_000, 128)).toBe(128);
});
