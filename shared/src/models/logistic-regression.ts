import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { runInThread } from '../platform/run-in-thread.ts';
import type { SeededRandom } from '../platform/seeded-random.ts';
import { fitCoefficients, type LinearFit, type LinearTask } from './fit-coefficients.ts';
import { createLinearModel } from './linear-model.ts';
import type { Hyperparameters, ModelFamily } from './model.ts';
import { linearRows } from './remember-linear-rows.ts';
import { shareOfChurn } from './share-of-churn.ts';

/** Rows times terms that take less time than the start of a thread does. */
const fewCells = 600_000;
const thread = new URL('./fit-coefficients-thread.ts', import.meta.url);

/**
 * Regularised logistic regression (gradient descent by ml-logistic-regression on whitened columns). Terms are straight:
 * squares fit the rows of a snapshot a little better and run away where later customers lie beyond them.
 */
export const logisticRegression: ModelFamily = {
  name: 'logistic-regression',
  fitsInOneThread: true,
  searchesOneNumber: true,
  beginsOnWholeFold: true,
  stopsEarly: false,

  defaultHyperparameters: (): Hyperparameters => ({ ridge: 0.01 }),

  sampleHyperparameters: (random: SeededRandom): Hyperparameters => ({
    /** Log-uniform in 0.0001 to 1. */
    ridge: 1e-4 ** random.uniform(),
  }),

  searchRange: z.strictObject({ ridge: z.number().min(1e-4).max(1) }),

  fit: async (train, hyperparameters, { seed, signal }) => {
    shareOfChurn(train.labels);
    const { ridge } = hyperparameters as { readonly ridge: number };
    const { preprocessor, fits, ...rows } = linearRows(train, seed);
    const fit = fits.get(ridge) ?? (await solve({ ...rows, ridge }, signal));
    fits.set(ridge, fit);
    const { intercept, coefficients } = fit;
    return { model: createLinearModel(preprocessor, intercept, coefficients), hyperparameters };
  },
};

async function solve(task: LinearTask, signal: AbortSignal | undefined): Promise<LinearFit> {
  if (task.labels.length * task.columns.length > fewCells) return runInThread(thread, task, signal);
  // Timers and signals have their turn between fits.
  await setImmediate();
  signal?.throwIfAborted();
  return fitCoefficients(task);
}
