import type { EarlyStoppingOptions } from '../../src/early-stopping.ts';
import type { SomeParameters } from '../../src/parameters.ts';
import type { ParityData } from './parity-data.ts';

/** What both languages train; it goes to Python as JSON. */
export interface Configuration {
  readonly name: string;
  readonly label: Exclude<keyof ParityData, 'columns' | 'weight' | 'baseMargin'>;
  readonly params: SomeParameters;
  readonly rounds: number;
  readonly weight?: boolean;
  readonly baseMargin?: boolean;
  /** Queries of 20 rows. */
  readonly group?: boolean;
  /** The last column holds categories. */
  readonly categorical?: boolean;
  readonly names?: boolean;
  /** Matrices of bins, in two batches for training. */
  readonly quantile?: boolean;
  /** Rows as compressed sparse rows. */
  readonly sparse?: boolean;
  readonly earlyStopping?: EarlyStoppingOptions;
  /** `half-squares`: a gradient of one's own, exact in 32 bits. */
  readonly objective?: 'half-squares';
  /** Trained in two goes: this many rounds first, the rest from the bytes of the first. */
  readonly firstRounds?: number;
}

const binary = { objective: 'binary:logistic', eta: 0.2, max_depth: 4 };
const logistic = (
  name: string,
  params: SomeParameters,
  more: Partial<Configuration> = {},
): Configuration => ({
  name,
  label: 'binary',
  params: { ...binary, ...params },
  rounds: 12,
  ...more,
});

export const configurations: readonly Configuration[] = [
  logistic('hist, depth first', { tree_method: 'hist' }),
  logistic('hist, loss first', {
    tree_method: 'hist',
    grow_policy: 'lossguide',
    max_leaves: 9,
    max_depth: 0,
  }),
  logistic('exact', { tree_method: 'exact' }),
  logistic('approx', { tree_method: 'approx' }),
  logistic('deep trees in small steps', { max_depth: 9, eta: 0.05 }),
  logistic('stumps', { max_depth: 1, eta: 1 }),
  logistic('rows sampled', { subsample: 0.6, seed: 42 }),
  logistic('columns sampled', {
    colsample_bytree: 0.6,
    colsample_bylevel: 0.7,
    colsample_bynode: 0.8,
    seed: 7,
  }),
  logistic('regularised', { lambda: 3.5, alpha: 0.7, gamma: 0.4, max_delta_step: 0.9 }),
  logistic('large nodes', { min_child_weight: 12 }),
  logistic('monotone', { monotone_constraints: [1, -1, 0, 0, 1, 0, 0, 0] }),
  logistic('monotone by name', { monotone_constraints: { f0: 1, f4: -1 } }, { names: true }),
  logistic('interactions', {
    interaction_constraints: [
      [0, 1],
      [2, 3, 4],
    ],
  }),
  logistic('categories, one against the rest', { max_cat_to_onehot: 20 }, { categorical: true, names: true }),
  logistic('categories in groups', { max_cat_to_onehot: 1, max_cat_threshold: 4 }, { categorical: true }),
  logistic('weights', {}, { weight: true }),
  logistic('a base margin', {}, { baseMargin: true }),
  logistic('scale_pos_weight', { scale_pos_weight: 3 }),
  logistic('base_score', { base_score: 0.123 }),
  logistic('few bins', { max_bin: 16 }),
  logistic('one thread', { nthread: 1, subsample: 0.7, seed: 3 }),
  logistic(
    'a random forest',
    { num_parallel_tree: 15, eta: 1, subsample: 0.63, colsample_bynode: 0.5, seed: 5 },
    { rounds: 1 },
  ),
  logistic('dart', { booster: 'dart', rate_drop: 0.3, skip_drop: 0.2, sample_type: 'weighted', seed: 9 }),
  logistic('linear', { booster: 'gblinear', updater: 'coord_descent', lambda: 0.1, max_depth: undefined }),
  logistic('sparse rows', { tree_method: 'hist' }, { sparse: true }),
  logistic('bins in batches', { tree_method: 'hist', max_bin: 64 }, { quantile: true, weight: true }),
  logistic(
    'stopped early',
    { eval_metric: ['auc', 'logloss'], eta: 1, max_depth: 6 },
    { rounds: 60, earlyStopping: { rounds: 4 } },
  ),
  logistic(
    'stopped early by more of a metric, the best kept',
    { eval_metric: ['auc', 'logloss'], eta: 0.8 },
    { rounds: 60, earlyStopping: { rounds: 3, metricName: 'auc', minDelta: 0.001, saveBest: true } },
  ),
  logistic('continued', { subsample: 0.8, seed: 11 }, { firstRounds: 5 }),
  {
    name: 'several classes',
    label: 'classes',
    params: { objective: 'multi:softprob', num_class: 3, max_depth: 3, eval_metric: ['mlogloss', 'merror'] },
    rounds: 6,
    earlyStopping: { rounds: 5 },
  },
  {
    name: 'squared error',
    label: 'amount',
    params: { objective: 'reg:squarederror', max_depth: 5 },
    rounds: 12,
  },
  {
    name: 'absolute error',
    label: 'amount',
    params: { objective: 'reg:absoluteerror', max_depth: 3 },
    rounds: 8,
  },
  {
    name: 'quantiles',
    label: 'amount',
    params: { objective: 'reg:quantileerror', quantile_alpha: [0.1, 0.5, 0.9], max_depth: 3 },
    rounds: 6,
  },
  { name: 'poisson', label: 'count', params: { objective: 'count:poisson', max_depth: 4 }, rounds: 10 },
  {
    name: 'tweedie',
    label: 'count',
    params: { objective: 'reg:tweedie', tweedie_variance_power: 1.3 },
    rounds: 8,
  },
  {
    name: 'ranking',
    label: 'relevance',
    params: { objective: 'rank:ndcg', eval_metric: 'ndcg@5', lambdarank_pair_method: 'topk', max_depth: 4 },
    rounds: 10,
    group: true,
    earlyStopping: { rounds: 6 },
  },
  {
    name: 'an objective of one’s own',
    label: 'amount',
    params: { base_score: 5, max_depth: 4 },
    rounds: 10,
    objective: 'half-squares',
  },
];
