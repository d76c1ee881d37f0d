import { logisticRegression } from '../../src/models/logistic-regression.ts';
import { atMost } from '../../src/platform/at-most.ts';
import { calibrateFamily } from '../../src/training/calibrate-family.ts';
import { scoreOutOfFold } from '../../src/training/score-out-of-fold.ts';
import { folds, rows } from './synthetic-folds.ts';

const settings = { seed: 7, threads: 1, queue: atMost(1) };

test('where too few of an outcome are there for fits by customer, predictions stay as they are', async () => {
  const honest = await scoreOutOfFold(logisticRegression, rows, folds, { ridge: 1 }, settings);
  const plan = { kind: 'forward' as const, calibrating: [] };
  expect(await calibrateFamily(logisticRegression, rows, plan, honest, settings)).toEqual({
    calibration: { method: 'none' },
    probabilities: honest.probabilities,
  });
});
