import { gradientBoosting } from '../../src/models/gradient-boosting.ts';
import type { FittedModel, ModelFamily } from '../../src/models/model.ts';
import { atMost } from '../../src/platform/at-most.ts';
import { scoreOutOfFold } from '../../src/training/score-out-of-fold.ts';
import { scoreStoppingEarly } from '../../src/training/score-stopping-early.ts';
import { folds, rows } from './synthetic-folds.ts';

const settings = { seed: 7, threads: 1, queue: atMost(1) };
const hyperparameters = gradientBoosting.defaultHyperparameters(800);

function countingFits() {
  const fits: FittedModel[] = [];
  const family: ModelFamily = {
    ...gradientBoosting,
    fit: async (...task) => {
      const fitted = await gradientBoosting.fit(...task);
      fits.push(fitted);
      return fitted;
    },
  };
  return { fits, family };
}

test('honest predictions are those of fits of the settled rounds, without any where early stopping has run so many', async () => {
  const { fits, family } = countingFits();
  const { honest, hyperparameters: settled } = await scoreStoppingEarly(
    family,
    rows,
    folds,
    hyperparameters,
    settings,
  );
  expect(fits).toHaveLength(folds.length);
  const missing = fits.filter(({ modelOf }) => modelOf!(settled) === undefined).length;
  const found = await honest();
  expect(fits).toHaveLength(folds.length + missing);
  expect(missing).toBeLessThan(folds.length);
  const again = await scoreOutOfFold(gradientBoosting, rows, folds, settled, settings);
  expect(found).toEqual(again);
});

test('a fit does not answer for other settings than its own', async () => {
  const fitted = await gradientBoosting.fit(rows, { ...hyperparameters, rounds: 5 }, settings);
  expect(fitted.modelOf!({ ...hyperparameters, rounds: 4 })).toBeDefined();
  expect(fitted.modelOf!({ ...hyperparameters, rounds: 6 })).toBeUndefined();
  expect(fitted.modelOf!({ ...hyperparameters, rounds: 4, eta: 0.07 })).toBeUndefined();
});
