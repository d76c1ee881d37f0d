import { logisticRegression } from '../../src/models/logistic-regression.ts';
import { atMost } from '../../src/platform/at-most.ts';
import { learningCurve } from '../../src/training/learning-curve.ts';
import { folds, rows } from './synthetic-folds.ts';

const settings = { seed: 7, threads: 1, queue: atMost(1) };

test('more rows of customers who follow a rule predict others better', async () => {
  const curve = await learningCurve(logisticRegression, rows, folds.at(-1)!, { ridge: 0.01 }, settings);
  expect(curve.map(({ rows: count }) => count)).toEqual([201, 401, 800]);
  expect(curve.at(-1)!.logLoss).toBeLessThan(curve[0]!.logLoss);
});

test('a small fold has one point, on all of its rows', async () => {
  const { fit, judge } = folds.at(-1)!;
  const few = { fit: fit.slice(0, 100), judge };
  const curve = await learningCurve(logisticRegression, rows, few, { ridge: 0.01 }, settings);
  expect(curve.map(({ rows: count }) => count)).toEqual([100]);
});
