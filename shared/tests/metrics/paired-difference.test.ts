import { pairedDifference } from '../../src/metrics/paired-difference.ts';
import { seededRandom } from '../../src/platform/seeded-random.ts';

test('with a row a customer it is the mean and its usual standard error', () => {
  const { mean, standardError } = pairedDifference(Float64Array.of(3, 5, 4, 8), Float64Array.of(1, 2, 3, 4), [
    'a',
    'b',
    'c',
    'd',
  ]);
  // Differences 2, 3, 1, 4: mean 2.5, standard deviation √(5/3).
  expect(mean).toBe(2.5);
  expect(standardError).toBeCloseTo(Math.sqrt(5 / 3) / 2, 12);
});

test('rows repeated for the same customers are no further evidence', () => {
  const random = seededRandom(1);
  const values = Float64Array.from({ length: 500 }, () => random.normal());
  const customers = Array.from(values, (_, row) => `c${row}`);
  const none = new Float64Array(500);
  const once = pairedDifference(values, none, customers);
  const thrice = pairedDifference(
    Float64Array.from([...values, ...values, ...values]),
    new Float64Array(1500),
    [...customers, ...customers, ...customers],
  );
  expect(thrice.mean).toBeCloseTo(once.mean, 12);
  expect(thrice.standardError).toBeCloseTo(once.standardError, 12);
});
