import fc from 'fast-check';
import { type Calibration, calibrate, calibrationSchema } from '../../src/calibration/calibration.ts';
import { fitIsotonic } from '../../src/calibration/fit-isotonic.ts';
import { fitSigmoid } from '../../src/calibration/fit-sigmoid.ts';
import { poolAdjacentViolators } from '../../src/calibration/pool-adjacent-violators.ts';
import { rocAuc } from '../../src/metrics/roc-auc.ts';
import { groupByProbability } from '../../src/metrics/score-groups.ts';
import { scikitLearnCases } from '../metrics/scikit-learn-cases.ts';
import { anyRows, shuffled, uniformRows } from '../metrics/scored-rows.ts';

describe.each(scikitLearnCases)('$name', ({ labels, probabilities, sigmoid, isotonic }) => {
  test('the sigmoid is that of scikit-learn on softened labels, to 1e-11', () => {
    const fitted = fitSigmoid(labels, probabilities);
    if (sigmoid === null) return expect(fitted).toEqual({ method: 'none' });
    if (fitted.method !== 'sigmoid') throw new Error(`expected a sigmoid, got ${fitted.method}`);
    expect(Math.abs(fitted.slope - sigmoid[0])).toBeLessThan(1e-11);
    expect(Math.abs(fitted.intercept - sigmoid[1])).toBeLessThan(1e-11);
  });

  test('pooled blocks are the steps of scikit-learn’s isotonic regression, to 1e-12', () => {
    const blocks = poolAdjacentViolators(groupByProbability(labels, probabilities));
    const ascending = [...isotonic].sort((a, b) => a - b);
    const steps = blocks.flatMap(({ churned, rows }) => new Array<number>(rows).fill(churned / rows));
    expect(steps).toHaveLength(ascending.length);
    expect(Math.max(...steps.map((step, row) => Math.abs(step - ascending[row]!)))).toBeLessThan(1e-12);
  });
});

test.each([
  ['sigmoid', fitSigmoid],
  ['isotonic', fitIsotonic],
])(
  'a fitted %s map fits the schema, stays in (0, 1), keeps every rank and forgets the order of rows',
  (_name, fit) => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const { labels, probabilities } = rows;
        const calibration = fit(labels, probabilities);
        expect(calibrationSchema.parse(calibration)).toEqual(calibration);
        const other = shuffled({ ...rows });
        expect(fit(other.labels, other.probabilities)).toEqual(calibration);
        const calibrated = calibrate(calibration, probabilities);
        expect(rocAuc(labels, calibrated)).toBe(rocAuc(labels, probabilities));
        if (calibration.method !== 'none') expect(calibrated.every((p) => p > 0 && p < 1)).toBe(true);
      }),
    );
  },
);

test('isotonic blocks of a handful of rows are not certain', () => {
  const fitted = fitIsotonic(Uint8Array.of(0, 0, 0, 1, 1), Float64Array.of(0.1, 0.2, 0.3, 0.6, 0.8));
  expect(fitted).toEqual({
    method: 'isotonic',
    from: [0, expect.closeTo(0.175, 12), expect.closeTo(2.2 / 3, 12), 1],
    to: [0.25 * 0.99, 0.25, expect.closeTo(2 / 3, 12), expect.closeTo(2 / 3 + 0.01 / 3, 12)],
  });
});

test('isotonic finds a distortion that no sigmoid undoes, with at most 200 points', () => {
  const { labels, probabilities: right } = uniformRows(1, 50_000);
  const distorted = right.map((p) => (p < 0.5 ? p / 4 : 0.5 + p / 2));
  const meanError = (calibration: Calibration) =>
    calibrate(calibration, distorted).reduce((sum, p, row) => sum + Math.abs(p - right[row]!), 0) /
    right.length;
  const isotonic = fitIsotonic(labels, distorted);
  if (isotonic.method !== 'isotonic') throw new Error(`expected isotonic, got ${isotonic.method}`);
  expect(isotonic.from.length).toBeLessThanOrEqual(200);
  expect(meanError(isotonic)).toBeLessThan(0.02);
  expect(meanError(fitSigmoid(labels, distorted))).toBeGreaterThan(0.03);
});

test.each([
  ['one class', [0, 0, 0], [0.1, 0.2, 0.3]],
  ['one probability', [0, 1, 0], [0.2, 0.2, 0.2]],
  ['probabilities that rank backwards', [1, 1, 0, 0], [0.1, 0.2, 0.3, 0.4]],
])('%s: no sigmoid', (_name, labels, probabilities) => {
  expect(fitSigmoid(Uint8Array.from(labels), Float64Array.from(probabilities))).toEqual({ method: 'none' });
});
