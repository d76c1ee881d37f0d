import { logisticRegression } from '../../src/models/logistic-regression.ts';
import { atMost } from '../../src/platform/at-most.ts';
import { learningCurve } from '../../src/training/learning-curve.ts';
import { scoreOutOfFold } from '../../src/training/score-out-of-fold.ts';
import { folds, rows } from './synthetic-folds.ts';

const settings = { seed: 7, threads: 1, queue: atMost(1) };
const hyperparameters = { ridge: 0.01 };

async function curveOf(chosen: typeof folds) {
  const honest = await scoreOutOfFold(logisticRegression, rows, chosen, hyperparameters, settings);
  const last = chosen.at(-1)!;
  return learningCurve(logisticRegression, rows, last, honest, hyperparameters, settings);
}

test('more rows of customers who follow a rule predict others better', async () => {
  const curve = await curveOf(folds);
  expect(curve.map(({ rows: count }) => count)).toEqual([201, 401, 800]);
  expect(curve.at(-1)!.logLoss).toBeLessThan(curve[0]!.logLoss);
});

test('of many rows a point has three times the rows of the one before', async () => {
  const many = { fit: Int32Array.from({ length: 8_100 }, (_, index) => index % 800), judge: folds[2]!.judge };
  const curve = await curveOf([many]);
  expect(curve.map(({ rows: count }) => count)).toEqual([301, 901, 2_701, 8_100]);
});

test('its end is the log loss of the most telling fold, whatever others were judged before', async () => {
  const [whole] = (await curveOf([folds[2]!])).slice(-1);
  expect((await curveOf(folds)).at(-1)).toEqual(whole);
});

test('a small fold has one point, on all of its rows', async () => {
  const { fit, judge } = folds.at(-1)!;
  const curve = await curveOf([{ fit: fit.slice(0, 100), judge }]);
  expect(curve.map(({ rows: count }) => count)).toEqual([100]);
});

test('where the predictions on all rows are no numbers it fails before a fit is begun, which nobody would wait for', async () => {
  let begun = 0;
  const counted: typeof logisticRegression = {
    ...logisticRegression,
    fit: (...given) => {
      begun += 1;
      return logisticRegression.fit(...given);
    },
  };
  const last = folds.at(-1)!;
  const labels = last.judge.map((row) => rows.labels[row]!);
  const honest = {
    labels: Uint8Array.from(labels),
    probabilities: new Float64Array(labels.length).fill(Number.NaN),
  };
  await expect(learningCurve(counted, rows, last, honest, hyperparameters, settings)).rejects.toThrow('NaN');
  expect(begun).toBe(0);
});
