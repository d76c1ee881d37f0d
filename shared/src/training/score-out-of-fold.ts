import type { LabelledMatrix } from '../features/labelled-matrix.ts';
import { pickRows } from '../features/pick-rows.ts';
import type { FitOptions, Hyperparameters, ModelFamily } from '../models/model.ts';
import type { Queue } from '../platform/at-most.ts';
import { rowsOfFold } from './rows-of-fold.ts';
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

/** Fits a family once a fold and predicts the rows that fold judges. Nothing of them is seen. */
export async function scoreOutOfFold(
  family: ModelFamily,
  rows: LabelledMatrix,
  folds: readonly ValidationFold[],
  hyperparameters: Hyperparameters,
  { queue, ...options }: OutOfFoldSettings,
): Promise<OutOfFold> {
  const judgeFold = async ({ fit, judge }: ValidationFold) => {
    options.signal?.throwIfAborted();
    const fitted = await family.fit(rowsOfFold(rows, fit), hyperparameters, options);
    const probabilities = fitted.model.predictProbability(rowsOfFold(rows, judge).matrix);
    return { hyperparameters: fitted.hyperparameters, probabilities };
  };
  const judged = await Promise.all(folds.map((fold) => queue.run(() => judgeFold(fold))));
  return gatherFolds(rows, folds, judged);
}

/** What the folds predict, one after the other, with the settings that they settle together. */
export function gatherFolds(
  { labels }: LabelledMatrix,
  folds: readonly ValidationFold[],
  judged: readonly Pick<OutOfFold, 'probabilities' | 'hyperparameters'>[],
): OutOfFold {
  const judgedRows = Int32Array.from(folds.flatMap(({ judge }) => [...judge]));
  return {
    rows: judgedRows,
    labels: pickRows(labels, judgedRows),
    probabilities: Float64Array.from(judged.flatMap(({ probabilities }) => [...probabilities])),
    hyperparameters: settleHyperparameters(judged.map(({ hyperparameters }) => hyperparameters)),
  };
}
