import { selectRows } from '../features/select-rows.ts';
import { runInThread } from '../platform/run-in-thread.ts';
import type { SeededRandom } from '../platform/seeded-random.ts';
import type { LinearFit, LinearTask } from './fit-coefficients.ts';
import { createLinearModel } from './linear-model.ts';
import { fitLinearPreprocessor, preprocess } from './linear-preprocessor.ts';
import type { Hyperparameters, ModelFamily } from './model.ts';
import { sampleRows } from './sample-rows.ts';
import { shareOfChurn } from './share-of-churn.ts';

/** Rows times terms, about 20 s; where there are more, the coefficients are those of a sample of the rows. */
const mostCells = 10_000_000;

/**
 * Regularised logistic regression (gradient descent by ml-logistic-regression on whitened columns). Terms are straight:
 * squares fit the rows of a snapshot a little better and run away where later customers lie beyond them.
 */
export const logisticRegression: ModelFamily = {
  name: 'logistic-regression',
  fitsInOneThread: true,
  stopsEarly: false,

  defaultHyperparameters: (): Hyperparameters => ({ ridge: 0.01 }),

  sampleHyperparameters: (random: SeededRandom): Hyperparameters => ({
    /** Log-uniform in 0.0001 to 1. */
    ridge: 1e-4 ** random.uniform(),
  }),

  fit: async (train, hyperparameters, { seed, signal }) => {
    shareOfChurn(train.labels);
    const { ridge } = hyperparameters as { readonly ridge: number };
    const preprocessor = fitLinearPreprocessor(train.matrix);
    const mostRows = Math.floor(mostCells / Math.max(1, preprocessor.terms.length));
    const { matrix, labels } = selectRows(train, sampleRows(train.labels.length, mostRows, seed));
    const task: LinearTask = { columns: preprocess(preprocessor, matrix), labels, ridge };
    const thread = new URL('./fit-coefficients-thread.ts', import.meta.url);
    const { intercept, coefficients } = await runInThread<LinearTask, LinearFit>(thread, task, signal);
    return { model: createLinearModel(preprocessor, intercept, coefficients), hyperparameters };
  },
};
