import { binsOf, binThresholds } from '../../src/models/quantile-bins.ts';
import { seededRandom } from '../../src/platform/seeded-random.ts';

test('few values have a bin each, parted half-way', () => {
  const values = Float32Array.of(4, 1, 1, 2, Number.NaN);
  const thresholds = binThresholds(values, 3);
  expect([...thresholds]).toEqual([1.5, 3]);
  expect([...binsOf(values, thresholds)]).toEqual([3, 1, 1, 2, 0]);
});

test('many values are parted into bins of about equal size', () => {
  const values = Float32Array.from({ length: 6400 }, (_, row) => (row * 37) % 6400);
  const bins = binsOf(values, binThresholds(values, 64));
  const counts = new Map<number, number>();
  for (const bin of bins) counts.set(bin, (counts.get(bin) ?? 0) + 1);
  expect([...counts.values()]).toEqual(Array(64).fill(100));
});

test('a value that many rows have stands alone in its bin', () => {
  const random = seededRandom(2);
  const values = Float32Array.from({ length: 1000 }, (_, row) => (row < 600 ? 0 : random.normal()));
  const thresholds = binThresholds(values, 8);
  const zeroBin = binsOf(Float32Array.of(0), thresholds)[0];
  const inZeroBin = binsOf(values, thresholds).filter((bin) => bin === zeroBin).length;
  expect(inZeroBin).toBe(600);
  expect(thresholds.length).toBeLessThan(8);
});

test('neighbouring 32-bit floats are still parted', () => {
  const above = 1 + 2 ** -23;
  const values = Float32Array.of(1, above);
  expect([...binsOf(values, binThresholds(values, 2))]).toEqual([1, 2]);
});

test('a constant or empty column has no threshold', () => {
  expect(binThresholds(Float32Array.of(3, 3, Number.NaN), 64)).toHaveLength(0);
  expect(binThresholds(Float32Array.of(Number.NaN), 64)).toHaveLength(0);
});
