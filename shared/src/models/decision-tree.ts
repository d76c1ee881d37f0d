import { z } from 'zod';
import type { SeededRandom } from '../platform/seeded-random.ts';
import { binnedTreeEnsemble } from './binned-tree-ensemble.ts';
import { cutTree, type TreeLimits } from './grow-tree.ts';
import type { Hyperparameters, ModelFamily } from './model.ts';
import { encode, fitOneHotEncoder, minimumRowsOfLevel } from './one-hot-encoder.ts';
import { grownTree } from './remember-trees.ts';
import { shareOfChurn } from './share-of-churn.ts';
import { createTreeModel } from './tree-model.ts';

/** The widest limits of a search: every tree of it is cut out of the one that grows within these. */
const widest: TreeLimits = { maxDepth: 8, minimumRowsToSplit: 20 };

/** One tree (CART, by ml-cart) with leaves drawn towards their parents: the model that can be read as a whole. */
export const decisionTree: ModelFamily = {
  name: 'decision-tree',
  fitsInOneThread: true,
  searchesOneNumber: false,
  beginsOnWholeFold: true,
  stopsEarly: false,

  defaultHyperparameters: (): Hyperparameters => ({ maxDepth: 5, minimumRowsToSplit: 60, priorRows: 20 }),

  sampleHyperparameters: (random: SeededRandom): Hyperparameters => ({
    maxDepth: random.integer(3, widest.maxDepth),
    /** Log-uniform in 20 to 200. */
    minimumRowsToSplit: Math.round(widest.minimumRowsToSplit * 10 ** random.uniform()),
    /** Log-uniform in 1 to 300. */
    priorRows: 300 ** random.uniform(),
  }),

  searchRange: z.strictObject({
    maxDepth: z.number().int().min(3).max(widest.maxDepth),
    minimumRowsToSplit: z.number().int().min(widest.minimumRowsToSplit).max(200),
    priorRows: z.number().min(1).max(300),
  }),

  fit: async ({ matrix, labels }, hyperparameters, { seed, signal }) => {
    shareOfChurn(labels);
    const { maxDepth, minimumRowsToSplit, priorRows } = hyperparameters as {
      readonly maxDepth: number;
      readonly minimumRowsToSplit: number;
      readonly priorRows: number;
    };
    const encoder = fitOneHotEncoder(matrix, minimumRowsOfLevel);
    const columns = encode(encoder, matrix);
    const limits: TreeLimits = {
      maxDepth: Math.max(maxDepth, widest.maxDepth),
      minimumRowsToSplit: Math.min(minimumRowsToSplit, widest.minimumRowsToSplit),
    };
    const { tree, thresholds } = await grownTree({ columns, labels, limits, seed }, signal);
    const cut = cutTree(tree, { maxDepth, minimumRowsToSplit });
    const ensemble = binnedTreeEnsemble(cut, thresholds, columns, labels, priorRows);
    return { model: createTreeModel('decision-tree', encoder, ensemble), hyperparameters };
  },
};
