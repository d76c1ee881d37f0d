import type { LabelledMatrix } from '../features/labelled-matrix.ts';
import type { Hyperparameters, ModelFamily } from '../models/model.ts';
import { rowsOfFold } from './rows-of-fold.ts';
import { gatherFolds, type OutOfFold, type OutOfFoldSettings, scoreOutOfFold } from './score-out-of-fold.ts';
import type { ValidationFold } from './validation-folds.ts';

/** Scores of fits that may have looked at the judged rows, to stop early: optimistic. */
export interface OptimisticOutOfFold extends OutOfFold {
  /**
   * What fits with the settled hyperparameters predict that see nothing of the judged rows: `scoreOutOfFold` of them, bit for
   * bit, out of the fits at hand as far as those hold it. It keeps those fits in memory.
   */
  readonly honest: () => Promise<OutOfFold>;
}

/**
 * Scores out of fold, where a fit may look at the rows it is judged by to find when to stop, which makes its score a little
 * optimistic. That of a family which does not stop early is honest as it is.
 */
export async function scoreStoppingEarly(
  family: ModelFamily,
  rows: LabelledMatrix,
  folds: readonly ValidationFold[],
  hyperparameters: Hyperparameters,
  settings: OutOfFoldSettings,
): Promise<OptimisticOutOfFold> {
  if (!family.stopsEarly) {
    const scored = await scoreOutOfFold(family, rows, folds, hyperparameters, settings);
    return { ...scored, honest: () => Promise.resolve(scored) };
  }
  const { queue, ...options } = settings;
  const judgeFold = async ({ fit, judge }: ValidationFold) => {
    options.signal?.throwIfAborted();
    const validation = rowsOfFold(rows, judge);
    const { model, ...fitted } = await family.fit(rowsOfFold(rows, fit), hyperparameters, {
      ...options,
      validation,
    });
    return { ...fitted, probabilities: model.predictProbability(validation.matrix) };
  };
  const judged = await Promise.all(folds.map((fold) => queue.run(() => judgeFold(fold))));
  const optimistic = gatherFolds(rows, folds, judged);
  const settled = optimistic.hyperparameters;
  const judgeSettled = async (fold: ValidationFold, index: number) => {
    const model = judged[index]!.modelOf?.(settled);
    if (model === undefined) return scoreOutOfFold(family, rows, [fold], settled, settings);
    const { matrix } = rowsOfFold(rows, fold.judge);
    return { hyperparameters: settled, probabilities: model.predictProbability(matrix) };
  };
  const honest = async () => gatherFolds(rows, folds, await Promise.all(folds.map(judgeSettled)));
  return { ...optimistic, honest };
}
