import { z } from 'zod';
import { canonicalJson } from '../platform/canonical-json.ts';
import type { SeededRandom } from '../platform/seeded-random.ts';
import { fitXgboost } from './fit-xgboost.ts';
import { histogramBins } from './histogram-bins.ts';
import type { Hyperparameters, ModelFamily } from './model.ts';
import type { TreeEnsemble } from './tree-ensemble.ts';
import { createTreeModel } from './tree-model.ts';

/** Half of it takes twice the rounds and gains little, whatever the other settings are: docs/decisions/0023. */
const ordinaryEta = 0.1;
const screeningEta = 0.3;
/**
 * On so few rows the draws of rows and columns move a model more than most settings do. The mean of a few trees a round, each
 * on draws of its own, is calmer; on more rows it gains too little for its time.
 */
const treesPerRound = (rowCount: number) => (rowCount < 10_000 ? 3 : 1);
/** Rounds without a better log loss on the validation rows before boosting stops: as many as come a way of 3 together, 30 at most. */
const earlyStoppingRounds = (eta: number) => Math.min(30, Math.ceil(3 / eta));

/**
 * Boosted trees (XGBoost, histogram method). With a validation set boosting stops early, and the hyperparameters come
 * back with the `rounds` that were best; without one exactly `rounds` rounds are run.
 */
export const gradientBoosting: ModelFamily = {
  name: 'gradient-boosting',
  fitsInOneThread: false,
  searchesOneNumber: false,
  beginsOnWholeFold: false,
  stopsEarly: true,

  defaultHyperparameters: (rowCount: number): Hyperparameters => ({
    rounds: 1_000,
    treesPerRound: treesPerRound(rowCount),
    eta: ordinaryEta,
    maxDepth: rowCount < 2_000 ? 3 : 4,
    minChildWeight: 5,
    subsample: 0.8,
    columnsByTree: 0.7,
    lambda: 1,
  }),

  sampleHyperparameters: (random: SeededRandom, rowCount: number): Hyperparameters => ({
    rounds: 1_000,
    treesPerRound: treesPerRound(rowCount),
    eta: ordinaryEta,
    maxDepth: random.integer(2, rowCount < 2_000 ? 5 : 7),
    minChildWeight: 1 + 9 * random.uniform(),
    subsample: 0.6 + 0.4 * random.uniform(),
    columnsByTree: 0.4 + 0.6 * random.uniform(),
    /** Log-uniform in 0.1 to 10. */
    lambda: 0.1 * 100 ** random.uniform(),
  }),

  searchRange: z.strictObject({
    /** More than 1,000 where time ends a search in the large steps of its screening. */
    rounds: z.number().int().min(1).max(3_000),
    treesPerRound: z.number().int().min(1).max(3),
    eta: z.literal(ordinaryEta),
    maxDepth: z.number().int().min(2).max(7),
    minChildWeight: z.number().min(1).max(10),
    subsample: z.number().min(0.6).max(1),
    columnsByTree: z.number().min(0.4).max(1),
    lambda: z.number().min(0.1).max(10),
  }),

  /** Large steps need a third of the rounds. Smaller ones, and more trees, are better by about the same whatever the other settings are. */
  screening: {
    cheaper: (hyperparameters) => ({ ...hyperparameters, eta: screeningEta, treesPerRound: 1 }),
    settled: (hyperparameters, { rounds }) => ({
      ...hyperparameters,
      rounds: Math.round((Number(rounds) * screeningEta) / Number(hyperparameters.eta)),
    }),
  },

  fit: async (train, hyperparameters, options) => {
    const { rounds, eta, maxDepth, minChildWeight, subsample, columnsByTree, lambda, ...others } =
      hyperparameters as Record<string, number>;
    const parameters = {
      // Models of before have one.
      num_parallel_tree: others.treesPerRound ?? 1,
      eta: eta!,
      max_bin: histogramBins(train.labels.length, 256),
      max_depth: maxDepth!,
      min_child_weight: minChildWeight!,
      subsample: subsample!,
      colsample_bytree: columnsByTree!,
      reg_lambda: lambda!,
    };
    const settings = { parameters, rounds: rounds!, earlyStoppingRounds: earlyStoppingRounds(eta!) };
    const fitted = await fitXgboost(train, settings, options);
    const modelWith = (ensemble: TreeEnsemble) =>
      createTreeModel('gradient-boosting', fitted.encoder, ensemble);
    return {
      model: modelWith(fitted.ensemble),
      hyperparameters: { ...hyperparameters, rounds: fitted.rounds },
      modelOf: ({ rounds: wanted, ...others }) => {
        const { rounds: _, ...own } = hyperparameters;
        if (canonicalJson(others) !== canonicalJson(own)) return undefined;
        const ensemble = fitted.ensembleOf(Number(wanted));
        return ensemble === undefined ? undefined : modelWith(ensemble);
      },
    };
  },
};
