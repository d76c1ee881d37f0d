import { z } from 'zod';
import type { SeededRandom } from '../platform/seeded-random.ts';
import { fitXgboost } from './fit-xgboost.ts';
import { histogramBins } from './histogram-bins.ts';
import type { Hyperparameters, ModelFamily } from './model.ts';
import { createTreeModel } from './tree-model.ts';

/**
 * A forest as libxgboost grows it: many trees in one round, each on its own sample of rows and, at each node, of
 * columns; the mean of their Newton steps from the overall share of churn is the margin.
 */
export const randomForest: ModelFamily = {
  name: 'random-forest',
  fitsInOneThread: false,
  searchesOneNumber: false,
  beginsOnWholeFold: false,
  stopsEarly: false,

  defaultHyperparameters: (rowCount: number): Hyperparameters => ({
    trees: 100,
    maxDepth: rowCount < 2_000 ? 6 : 8,
    minChildWeight: 5,
    subsample: rowCount < 2_000 ? 0.7 : 0.4,
    columnsByNode: 0.5,
    lambda: 0.5,
  }),

  sampleHyperparameters: (random: SeededRandom, rowCount: number): Hyperparameters => ({
    trees: 100,
    maxDepth: random.integer(4, rowCount < 2_000 ? 8 : 10),
    /** Sum of hessians, p(1 − p) a row, that a leaf needs. */
    minChildWeight: 1 + 9 * random.uniform(),
    /** Trees on fewer of the rows differ more from each other, and their mean is the calmer: docs/decisions/0025. */
    subsample: (rowCount < 2_000 ? 0.4 : 0.2) + 0.5 * random.uniform(),
    columnsByNode: 0.15 + 0.65 * random.uniform(),
    lambda: random.uniform(),
  }),

  searchRange: z.strictObject({
    trees: z.literal(100),
    maxDepth: z.number().int().min(4).max(10),
    minChildWeight: z.number().min(1).max(10),
    /** Up to 0.9 in searches of before. */
    subsample: z.number().min(0.2).max(0.9),
    columnsByNode: z.number().min(0.15).max(0.8),
    lambda: z.number().min(0).max(1),
  }),

  /** More trees calm all configurations alike. */
  screening: {
    cheaper: (hyperparameters) => ({ ...hyperparameters, trees: 20 }),
    settled: (hyperparameters) => hyperparameters,
  },

  fit: async (train, hyperparameters, options) => {
    const { trees, maxDepth, minChildWeight, subsample, columnsByNode, lambda } = hyperparameters as Record<
      string,
      number
    >;
    const parameters = {
      num_parallel_tree: trees!,
      eta: 1,
      // A deep node has few rows: half of the usual 256 tell as much, whatever the rows.
      max_bin: histogramBins(train.labels.length, 128),
      max_depth: maxDepth!,
      min_child_weight: minChildWeight!,
      subsample: subsample!,
      colsample_bynode: columnsByNode!,
      reg_lambda: lambda!,
    };
    const { encoder, ensemble } = await fitXgboost(train, { parameters, rounds: 1 }, options);
    return { model: createTreeModel('random-forest', encoder, ensemble), hyperparameters };
  },
};
