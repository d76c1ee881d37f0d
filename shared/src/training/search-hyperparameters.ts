import type { SearchHistory } from '../artifacts/search-history.ts';
import type { LabelledMatrix } from '../features/labelled-matrix.ts';
import { logLoss } from '../metrics/log-loss.ts';
import { rocAuc } from '../metrics/roc-auc.ts';
import type { FitOptions, Hyperparameters, ModelFamily } from '../models/model.ts';
import { seededRandom } from '../platform/seeded-random.ts';
import { type OutOfFold, scoreOutOfFold } from './score-out-of-fold.ts';
import { thinFold } from './thin-fold.ts';
import type { ValidationFolds } from './validation-folds.ts';

/** Rows to fit on and to judge by while screening: a few thousand tell good settings from bad ones. */
const screeningRows = 3_000;
/** One in so many configurations goes on from the screening to all folds. */
const reduction = 7;

export interface SearchSettings extends Omit<FitOptions, 'validation'> {
  readonly configurations: number;
  /** Called after each trial with its position from 1 and its log loss. */
  readonly onTrial?: (trial: number, logLoss: number) => void;
}

export type Search = Pick<SearchHistory, 'trials' | 'best' | 'screeningRows'> & {
  /** Of the best trial, settled by its fits. */
  readonly hyperparameters: Hyperparameters;
};

type Trial = SearchHistory['trials'][number];
type Scores = Trial['screening'];

/**
 * Random search in two rungs of successive halving (Jamieson, Talwalkar 2016): every configuration is screened on the
 * most telling fold, thinned to 3,000 rows; the best seventh is judged again on all folds and all rows. The lowest log
 * loss wins: unlike AUC it also sees whether probabilities are right. Seeded: the same seed tries the same configurations.
 */
export async function searchHyperparameters(
  family: ModelFamily,
  rows: LabelledMatrix,
  { folds }: ValidationFolds,
  settings: SearchSettings,
): Promise<Search> {
  const random = seededRandom(settings.seed);
  const fitRows = folds.at(-1)!.fit.length;
  const configurations = Array.from({ length: settings.configurations }, () =>
    family.sampleHyperparameters(random, fitRows),
  );
  const screeningFold = thinFold(folds.at(-1)!, rows.labels, screeningRows);
  const trials: Trial[] = [];
  for (const hyperparameters of configurations) {
    const judged = await scoreOutOfFold(family, rows, [screeningFold], hyperparameters, true, settings);
    const screening = scoresOf(judged);
    trials.push({ hyperparameters, screening, confirmed: null });
    settings.onTrial?.(trials.length, screening.logLoss);
  }
  const finalists = [...trials.keys()]
    .sort((a, b) => trials[a]!.screening.logLoss - trials[b]!.screening.logLoss || a - b)
    .slice(0, Math.max(1, Math.ceil(trials.length / reduction)));
  let best = finalists[0]!;
  let settled: Hyperparameters | undefined;
  for (const index of finalists) {
    const { hyperparameters } = trials[index]!;
    const judged = await scoreOutOfFold(family, rows, folds, hyperparameters, true, settings);
    trials[index] = { ...trials[index]!, confirmed: scoresOf(judged) };
    if (settled === undefined || trials[index]!.confirmed!.logLoss < trials[best]!.confirmed!.logLoss) {
      best = index;
      settled = judged.hyperparameters;
    }
  }
  return { trials, best, screeningRows: screeningFold.fit.length, hyperparameters: settled! };
}

function scoresOf({ labels, probabilities }: OutOfFold): Scores {
  return { logLoss: logLoss(labels, probabilities), rocAuc: rocAuc(labels, probabilities) ?? 0.5 };
}
