import type { SearchHistory } from '../artifacts/search-history.ts';
import type { LabelledMatrix } from '../features/labelled-matrix.ts';
import { logLoss } from '../metrics/log-loss.ts';
import type { Hyperparameters, ModelFamily } from '../models/model.ts';
import { type OutOfFold, type OutOfFoldSettings, scoreOutOfFold } from './score-out-of-fold.ts';
import { thinFold } from './thin-fold.ts';
import type { ValidationFold } from './validation-folds.ts';

/** Points before the one on all rows. */
const smallerPoints = 3;
/** How many times the rows of the point before a point has. */
const growth = { ofFew: 2, ofMany: 3 };
const fewRows = 6_000;
/** Less holds too few of the rarer outcome to say anything. */
const fewestRows = 200;

/**
 * What the settings reach on growing shares of the most telling fold's rows, ascending, judged by the same rows each time:
 * where the log loss still falls at the end, more data would help. Not calibrated; nothing of the judged rows is seen.
 * `honest` is what they have reached on all folds, that one last. An eighth, a quarter and a half
 * of the rows cost seven eighths of a fit; of many rows a twenty-seventh, a ninth and a third say as much for half of that.
 */
export async function learningCurve(
  family: ModelFamily,
  rows: LabelledMatrix,
  fold: ValidationFold,
  honest: Pick<OutOfFold, 'labels' | 'probabilities'>,
  hyperparameters: Hyperparameters,
  settings: OutOfFoldSettings,
): Promise<SearchHistory['learningCurve']> {
  const all = fold.fit.length;
  // Before the fits are begun: were it to throw after them, nobody would wait for theirs.
  const judged = -fold.judge.length;
  const whole = logLoss(honest.labels.slice(judged), honest.probabilities.slice(judged));
  const times = all > fewRows ? growth.ofMany : growth.ofFew;
  const shares = Array.from({ length: smallerPoints }, (_, index) =>
    Math.ceil(all / times ** (smallerPoints - index)),
  );
  const points = shares
    .filter((count) => count >= fewestRows)
    .map(async (count) => {
      const thinned = { fit: thinFold(fold, rows.labels, count).fit, judge: fold.judge };
      const scored = await scoreOutOfFold(family, rows, [thinned], hyperparameters, settings);
      return { rows: thinned.fit.length, logLoss: logLoss(scored.labels, scored.probabilities) };
    });
  return [...(await Promise.all(points)), { rows: all, logLoss: whole }];
}
