import type { SearchHistory } from '../artifacts/search-history.ts';
import type { LabelledMatrix } from '../features/labelled-matrix.ts';
import { logLoss } from '../metrics/log-loss.ts';
import type { Hyperparameters, ModelFamily } from '../models/model.ts';
import { type OutOfFoldSettings, scoreOutOfFold } from './score-out-of-fold.ts';
import { thinFold } from './thin-fold.ts';
import type { ValidationFold } from './validation-folds.ts';

/** Rows are halved so often, down to a share that still holds a few of either outcome. */
const halvings = 3;
const fewestRows = 200;

/**
 * What the settings reach on growing shares of the most telling fold's rows, ascending, judged by the same rows each time:
 * where the log loss still falls at the end, more data would help. Not calibrated; nothing of the judged rows is seen.
 * An eighth, a quarter and a half of one fold cost less than one fit on all of it.
 */
export async function learningCurve(
  family: ModelFamily,
  rows: LabelledMatrix,
  fold: ValidationFold,
  hyperparameters: Hyperparameters,
  settings: OutOfFoldSettings,
): Promise<SearchHistory['learningCurve']> {
  const shares = Array.from({ length: halvings + 1 }, (_, index) =>
    Math.ceil(fold.fit.length / 2 ** (halvings - index)),
  ).filter((count) => count >= Math.min(fewestRows, fold.fit.length));
  return Promise.all(
    shares.map(async (count) => {
      const { fit } = thinFold(fold, rows.labels, count);
      const judged = await scoreOutOfFold(
        family,
        rows,
        [{ fit, judge: fold.judge }],
        hyperparameters,
        false,
        settings,
      );
      return { rows: fit.length, logLoss: logLoss(judged.labels, judged.probabilities) };
    }),
  );
}
