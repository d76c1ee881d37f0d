import type { LabelledMatrix } from '../features/labelled-matrix.ts';
import { selectRows } from '../features/select-rows.ts';
import type { FitOptions, Hyperparameters, ModelFamily } from '../models/model.ts';
import { settleHyperparameters } from './settle-hyperparameters.ts';
import type { ValidationFold } from './validation-folds.ts';

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
  options: Omit<FitOptions, 'validation'>,
): Promise<OutOfFold> {
  const labels: number[] = [];
  const probabilities: number[] = [];
  const settled: Hyperparameters[] = [];
  for (const fold of folds) {
    options.signal?.throwIfAborted();
    const judged = selectRows(rows, fold.judge);
    const fitted = await family.fit(selectRows(rows, fold.fit), hyperparameters, {
      ...options,
      ...(stopEarly ? { validation: judged } : {}),
    });
    settled.push(fitted.hyperparameters);
    labels.push(...judged.labels);
    probabilities.push(...fitted.model.predictProbability(judged.matrix));
  }
  return {
    rows: Int32Array.from(folds.flatMap(({ judge }) => [...judge])),
    labels: Uint8Array.from(labels),
    probabilities: Float64Array.from(probabilities),
    hyperparameters: settleHyperparameters(settled),
  };
}
