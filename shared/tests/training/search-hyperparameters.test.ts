import { gradientBoosting } from '../../src/models/gradient-boosting.ts';
import { searchHyperparameters } from '../../src/training/search-hyperparameters.ts';
import { syntheticCustomers } from '../models/synthetic-customers.ts';

const rows = syntheticCustomers(1_200, 5);
const indices = Int32Array.from(rows.labels.keys());
const folds = {
  kind: 'hash' as const,
  folds: [0, 1, 2].map((fold) => ({
    fit: indices.filter((row) => row % 3 !== fold),
    judge: indices.filter((row) => row % 3 === fold),
  })),
  calibrating: [],
  learnable: indices,
};
const settings = { seed: 7, threads: 1, configurations: 8 };

test('the best seventh of the configurations is judged on all folds, and the lowest log loss wins', async () => {
  const { trials, best } = await searchHyperparameters(gradientBoosting, rows, folds, settings);
  const confirmed = trials.filter((trial) => trial.confirmed !== null);
  expect(trials).toHaveLength(8);
  expect(confirmed).toHaveLength(2);
  const screened = trials.map(({ screening }) => screening.logLoss).sort((a, b) => a - b);
  expect(confirmed.map(({ screening }) => screening.logLoss).sort((a, b) => a - b)).toEqual(
    screened.slice(0, 2),
  );
  const lowest = Math.min(...confirmed.map((trial) => trial.confirmed!.logLoss));
  expect(trials[best]!.confirmed!.logLoss).toBe(lowest);
});

test('the same seed tries the same configurations with the same scores', async () => {
  const first = await searchHyperparameters(gradientBoosting, rows, folds, settings);
  expect(await searchHyperparameters(gradientBoosting, rows, folds, settings)).toEqual(first);
});

test('another seed tries others', async () => {
  const first = await searchHyperparameters(gradientBoosting, rows, folds, {
    ...settings,
    configurations: 1,
  });
  const other = await searchHyperparameters(gradientBoosting, rows, folds, {
    ...settings,
    configurations: 1,
    seed: 8,
  });
  expect(other.trials[0]!.hyperparameters).not.toEqual(first.trials[0]!.hyperparameters);
});

test('rounds come back settled by early stopping', async () => {
  const { hyperparameters, trials, best } = await searchHyperparameters(
    gradientBoosting,
    rows,
    folds,
    settings,
  );
  expect(hyperparameters.rounds).toBeLessThan(trials[best]!.hyperparameters.rounds as number);
});

test('an aborted search stops between fits', async () => {
  const signal = AbortSignal.abort();
  await expect(searchHyperparameters(gradientBoosting, rows, folds, { ...settings, signal })).rejects.toThrow(
    'aborted',
  );
});
