import type { LabelledMatrix } from '../features/labelled-matrix.ts';
import { selectRows } from '../features/select-rows.ts';
import type { FitOptions, Hyperparameters, ModelFamily } from '../models/model.ts';
import type { Queue } from '../platform/at-most.ts';
import { settleHyperparameters } from './settle-hyperparameters.ts';
import type { ValidationFold } from './validation-folds.ts';

export interface OutOfFoldSettings extends Omit<FitOptions, 'validation'> {
  /** Runs every fit; how many at a time does not change the outcome. */
  readonly queue: Queue;
}

export interface OutOfFold {
  /** Indices of the rows that the folds judge, fold after fold; the labels and probabilities are theirs. */
  readonly rows: Int32Array;
  readonly labels: Uint8Array;
  readonly probabilities: Float64Array;
  /** As the fits of all folds together settled them. */
  readonly hyperparameters: Hyperparameters;
}

/**
 * Fits a family once a fold and predicts the rows that fold judges. With `stopEarly` a fit may look at those rows to find
 * when to stop, which flatters its score a little; without, nothing of them is seen.
 */
export async function scoreOutOfFold(
  family: ModelFamily,
  rows: LabelledMatrix,
  folds: readonly ValidationFold[],
  hyperparameters: Hyperparameters,
  stopEarly: boolean,
  { queue, ...options }: OutOfFoldSettings,
): Promise<OutOfFold> {
  const judgeFold = async (fold: ValidationFold) => {
    options.signal?.throwIfAborted();
    const judged = selectRows(rows, fold.judge);
    const fitted = await family.fit(selectRows(rows, fold.fit), hyperparameters, {
      ...options,
      ...(stopEarly ? { validation: judged } : {}),
    });
    return {
      settled: fitted.hyperparameters,
      labels: judged.labels,
      probabilities: fitted.model.predictProbability(judged.matrix),
    };
  };
  const judged = await Promise.all(folds.map((fold) => queue.run(() => judgeFold(fold))));
  return {
    rows: Int32Array.from(folds.flatMap(({ judge }) => [...judge])),
    labels: Uint8Array.from(judged.flatMap(({ labels }) => [...labels])),
    probabilities: Float64Array.from(judged.flatMap(({ probabilities }) => [...probabilities])),
    hyperparameters: settleHyperparameters(judged.map(({ settled }) => settled)),
  };
}
