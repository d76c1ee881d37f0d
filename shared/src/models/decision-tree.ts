import { runInThread } from '../platform/run-in-thread.ts';
import type { SeededRandom } from '../platform/seeded-random.ts';
import type { TreeTask } from './fit-tree.ts';
import type { Hyperparameters, ModelFamily } from './model.ts';
import { encode, fitOneHotEncoder, minimumRowsOfLevel } from './one-hot-encoder.ts';
import { shareOfChurn } from './share-of-churn.ts';
import type { TreeEnsemble } from './tree-ensemble.ts';
import { createTreeModel } from './tree-model.ts';

/** One tree (CART, by ml-cart) with leaves drawn towards their parents: the model that can be read as a whole. */
export const decisionTree: ModelFamily = {
  name: 'decision-tree',
  fitsInOneThread: true,

  defaultHyperparameters: (): Hyperparameters => ({ maxDepth: 5, minimumRowsToSplit: 60, priorRows: 20 }),

  sampleHyperparameters: (random: SeededRandom): Hyperparameters => ({
    maxDepth: random.integer(3, 8),
    /** Log-uniform in 20 to 200. */
    minimumRowsToSplit: Math.round(20 * 10 ** random.uniform()),
    /** Log-uniform in 1 to 300. */
    priorRows: 300 ** random.uniform(),
  }),

  fit: async ({ matrix, labels }, hyperparameters, { seed, signal }) => {
    shareOfChurn(labels);
    const { maxDepth, minimumRowsToSplit, priorRows } = hyperparameters as Record<string, number>;
    const encoder = fitOneHotEncoder(matrix, minimumRowsOfLevel);
    const task: TreeTask = {
      columns: encode(encoder, matrix),
      labels,
      maxDepth: maxDepth!,
      minimumRowsToSplit: minimumRowsToSplit!,
      priorRows: priorRows!,
      seed,
    };
    const thread = new URL('./fit-tree-thread.ts', import.meta.url);
    const ensemble = await runInThread<TreeTask, TreeEnsemble>(thread, task, signal);
    return { model: createTreeModel('decision-tree', encoder, ensemble), hyperparameters };
  },
};
