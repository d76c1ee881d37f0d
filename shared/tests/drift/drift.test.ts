import { compareDistributions, compareScores } from '../../src/drift/compare-distributions.ts';
import { describeDistributions, describeScores } from '../../src/drift/describe-distributions.ts';
import { modelReferenceSchema } from '../../src/drift/distribution.ts';
import { mostDrifted, summarizeDrift } from '../../src/drift/drift-table.ts';
import { judgeDrift } from '../../src/drift/drift-verdict.ts';
import { populationStability } from '../../src/drift/population-stability.ts';
import type { FeatureMatrix } from '../../src/features/feature-matrix.ts';
import { seededRandom } from '../../src/platform/seeded-random.ts';

/** A numeric and a categorical column; `shift` moves the one, `north` is the share of that level in the other. */
function matrix(seed: number, rowCount: number, shift = 0, north = 0.5, missing = 0): FeatureMatrix {
  const random = seededRandom(seed);
  return {
    rowCount,
    columns: [
      {
        kind: 'numeric',
        name: 'amount',
        values: Float64Array.from({ length: rowCount }, () =>
          random.uniform() < missing ? Number.NaN : random.normal() + shift,
        ),
      },
      {
        kind: 'categorical',
        name: 'region',
        codes: Int32Array.from({ length: rowCount }, () => (random.uniform() < north ? 0 : 1)),
        levels: ['north', 'south'],
      },
    ],
  };
}

test('the index equals the sum worked out by hand', () => {
  const p = [20.5 / 91, 70.5 / 91];
  const q = [50.5 / 101, 50.5 / 101];
  const byHand = (p[0]! - q[0]!) * Math.log(p[0]! / q[0]!) + (p[1]! - q[1]!) * Math.log(p[1]! / q[1]!);
  expect(populationStability([50, 50], [20, 70]).psi).toBeCloseTo(byHand, 12);
});

test('small samples of the same population show an index but no excess', () => {
  const reference = describeDistributions(matrix(1, 5000));
  const excesses = Array.from({ length: 40 }, (_, i) =>
    compareDistributions(reference, matrix(100 + i, 200)),
  );
  const far = excesses.flat().filter(({ excess }) => excess > 0.1);
  expect(far).toEqual([]);
});

test('a shifted column and a changed mix of levels are found, largest first', () => {
  const drifts = compareDistributions(describeDistributions(matrix(1, 5000)), matrix(2, 1000, 2, 0.3));
  expect(mostDrifted(drifts, 5).map(({ name }) => name)).toEqual(['amount', 'region']);
  expect(drifts.every(({ excess }) => excess > 0.1)).toBe(true);
  expect(summarizeDrift(drifts)).toMatchObject({ features: 2, highestExcess: drifts[0]!.excess });
});

test('a level never seen before and missing values count as drift', () => {
  const before = describeDistributions(matrix(1, 1000));
  const now = matrix(2, 1000, 0, 0.5, 0.5);
  const column = now.columns[1]!;
  const renamed = {
    ...now,
    columns: [now.columns[0]!, { ...column, levels: ['east', 'west'] }],
  } as FeatureMatrix;
  const [amount, region] = compareDistributions(before, renamed);
  expect(amount!.missingNow).toBeCloseTo(0.5, 1);
  expect(amount!.excess).toBeGreaterThan(0.25);
  expect(region!.excess).toBeGreaterThan(0.25);
});

test('a constant column and a column without values are described and compared', () => {
  const constant = (value: number): FeatureMatrix => ({
    rowCount: 300,
    columns: [{ kind: 'numeric', name: 'x', values: new Float64Array(300).fill(value) }],
  });
  expect(compareDistributions(describeDistributions(constant(1)), constant(1))[0]!.psi).toBe(0);
  expect(
    compareDistributions(describeDistributions(constant(Number.NaN)), constant(1))[0]!.excess,
  ).toBeGreaterThan(1);
});

test.each([
  ['rises', 2],
  ['falls', 0],
])('a column that was constant in training and %s is noticed', (_what, now) => {
  const column = (value: number, odd: number): FeatureMatrix => ({
    rowCount: 300,
    columns: [
      {
        kind: 'numeric',
        name: 'x',
        values: Float64Array.from({ length: 300 }, (_, row) => (row < 5 ? odd : value)),
      },
    ],
  });
  for (const before of [column(1, 1), column(1, 0.5)]) {
    const [drift] = compareDistributions(describeDistributions(before), column(now, now));
    expect(drift!.excess).toBeGreaterThan(0.25);
  }
});

test('a reference is the same after a round through JSON', () => {
  const reference = {
    features: describeDistributions(matrix(1, 100)),
    scores: describeScores(Float64Array.of(0.1, 0.9)),
  };
  expect(modelReferenceSchema.parse(JSON.parse(JSON.stringify(reference)))).toEqual(reference);
});

test('a matrix with other columns is refused', () => {
  const reference = describeDistributions(matrix(1, 100));
  const { rowCount, columns } = matrix(1, 100);
  expect(() => compareDistributions(reference, { rowCount, columns: [...columns].reverse() })).toThrow(
    'expected column amount (numeric) as in the reference, got region (categorical)',
  );
});

describe('verdict', () => {
  const drift = (excess: number, missingNow = 0) => ({
    name: 'x',
    psi: excess,
    excess,
    missingBefore: 0,
    missingNow,
  });
  const features = (moved: number, missingNow = 0) =>
    Array.from({ length: 10 }, (_, i) => (i < moved ? drift(0.5, missingNow) : drift(0)));

  test.each([
    ['nothing moved', 1000, features(0), 0, 'ok'],
    ['one feature of ten moved', 1000, features(1), 0, 'watch'],
    ['three features of ten moved', 1000, features(3), 0, 'retrain'],
    ['scores moved a little', 1000, features(0), 0.15, 'watch'],
    ['scores moved far', 1000, features(0), 0.3, 'retrain'],
    ['features are gone', 1000, features(2, 1), 0.3, 'stop'],
    ['too few rows', 199, features(10, 1), 1, 'too-few-rows'],
    ['no rows', 0, features(0), 0, 'stop'],
  ])('%s', (_name, rows, columns, scores, verdict) => {
    const judged = judgeDrift(rows, columns, drift(scores));
    expect(judged.verdict).toBe(verdict);
    expect(judged.reasons.length > 0).toBe(verdict !== 'ok');
  });
});

test('scores compared with themselves have not moved', () => {
  const scores = Float64Array.of(0.2, 0.4, 0.9);
  expect(compareScores(describeScores(scores), scores).psi).toBe(0);
});
