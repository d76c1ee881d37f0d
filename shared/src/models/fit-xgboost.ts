import { Booster } from '@churn/xgboost-node/booster';
import type { DMatrix } from '@churn/xgboost-node/dmatrix';
import type { Parameters } from '@churn/xgboost-node/parameters';
import { train as trainBooster } from '@churn/xgboost-node/train';
import type { LabelledMatrix } from '../features/labelled-matrix.ts';
import { borrowMatrix } from './borrow-matrix.ts';
import type { FitOptions } from './model.ts';
import { encode, fitOneHotEncoder, minimumRowsOfLevel, type OneHotEncoder } from './one-hot-encoder.ts';
import { parseXgboostModel } from './parse-xgboost-model.ts';
import { shareOfChurn } from './share-of-churn.ts';
import type { TreeEnsemble } from './tree-ensemble.ts';
import { usefulThreads } from './useful-threads.ts';

export interface XgboostSettings {
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly rounds: number;
  /** Used only where there is a validation set. */
  readonly earlyStoppingRounds?: number;
}

export interface FittedTrees {
  readonly encoder: OneHotEncoder;
  readonly ensemble: TreeEnsemble;
  readonly rounds: number;
  /** Of the first so many rounds; undefined where fewer were run. */
  readonly ensembleOf: (rounds: number) => TreeEnsemble | undefined;
}

/** Trains libxgboost on 0/1 labels and takes the trees out of it. Of native memory nothing is kept but matrices for the next fit. */
export async function fitXgboost(
  train: LabelledMatrix,
  settings: XgboostSettings,
  options: FitOptions,
): Promise<FittedTrees> {
  const encoder = fitOneHotEncoder(train.matrix, minimumRowsOfLevel);
  // The same bytes with any number.
  const threads = usefulThreads(train.labels.length * encoder.columns.length, options.threads);
  const parameters: Parameters = {
    objective: 'binary:logistic',
    tree_method: 'hist',
    eval_metric: 'logloss',
    verbosity: 0,
    ...settings.parameters,
    base_score: shareOfChurn(train.labels),
    seed: options.seed,
    nthread: threads,
  };
  using lent = borrow(encoder, train, threads);
  using lentValidation =
    options.validation === undefined || settings.earlyStoppingRounds === undefined
      ? null
      : borrow(encoder, options.validation, threads);
  const { matrix } = lent;
  const baseMargin = marginWithoutTrees(parameters, matrix);
  const { booster, bestRounds, history } = await trainBooster({
    params: parameters,
    dtrain: matrix,
    numBoostRound: settings.rounds,
    ...(lentValidation === null || settings.earlyStoppingRounds === undefined
      ? {}
      : {
          evals: [{ name: 'validation', matrix: lentValidation.matrix }],
          earlyStopping: { rounds: settings.earlyStoppingRounds },
        }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
  using trained = booster;
  const json = new TextDecoder().decode(trained.saveRaw('json'));
  const ensembleOf = (rounds: number) =>
    rounds > history.length ? undefined : parseXgboostModel(json, rounds, baseMargin);
  return { encoder, ensemble: ensembleOf(bestRounds)!, rounds: bestRounds, ensembleOf };
}

function borrow(encoder: OneHotEncoder, { matrix, labels }: LabelledMatrix, threads: number) {
  return borrowMatrix(encode(encoder, matrix), labels, threads);
}

function marginWithoutTrees(parameters: Parameters, matrix: DMatrix): number {
  using untrained = Booster.create(parameters, [matrix]);
  return untrained.predict(matrix, { outputMargin: true }).values[0]!;
}
