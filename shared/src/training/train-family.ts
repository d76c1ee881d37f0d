import type { FeatureTable } from '../artifacts/feature-table.ts';
import type { SearchHistory } from '../artifacts/search-history.ts';
import type { SearchRecord } from '../artifacts/search-record.ts';
import type { Calibration } from '../calibration/calibration.ts';
import type { LabelledMatrix } from '../features/labelled-matrix.ts';
import { selectRows } from '../features/select-rows.ts';
import { logLoss } from '../metrics/log-loss.ts';
import { rocAuc } from '../metrics/roc-auc.ts';
import type { Model, ModelFamily } from '../models/model.ts';
import { atMost } from '../platform/at-most.ts';
import { calibrateFamily } from './calibrate-family.ts';
import { learningCurve } from './learning-curve.ts';
import { type OutOfFold, type OutOfFoldSettings, scoreOutOfFold } from './score-out-of-fold.ts';
import { type Search, type SearchSettings, searchHyperparameters } from './search-hyperparameters.ts';
import { planValidationFolds, type ValidationFolds } from './validation-folds.ts';

/** All fits of a family share one queue, made here. */
export interface TrainingSettings extends Omit<SearchSettings, 'queue' | 'earlier'> {
  readonly source: SearchHistory['settings'];
  /** Of the earlier search that `source` names: taken over, or the best trial of it tried, too. */
  readonly earlier?: Pick<SearchRecord, 'tried' | 'settled'>;
  /** The clock that times the last fit. */
  readonly elapsedMs: () => number;
}

export interface TrainedFamily {
  /** Fitted on all rows that are no test, not calibrated. */
  readonly model: Model;
  readonly calibration: Calibration;
  /** The predictions that the selection score is of. */
  readonly outOfFold: Pick<OutOfFold, 'rows' | 'probabilities'>;
  readonly history: SearchHistory;
  /** Of the fit on all rows that are no test, the search apart; measured, so not for what must have equal bytes. */
  readonly fitMs: number;
}

/**
 * Searches settings or takes over those of an earlier search, settles them, chooses a calibration from out-of-fold
 * predictions, and fits on every row that is no test. The selection score comes from fits and calibrations that saw
 * nothing of the rows they are judged by, so that neither families which stop early nor those with an isotonic map have
 * an advantage.
 */
export async function trainFamily(
  family: ModelFamily,
  table: FeatureTable,
  split: 'forward' | 'hash',
  horizonDays: number,
  settings: TrainingSettings,
): Promise<TrainedFamily> {
  const rows = { matrix: table.matrix, labels: table.labels };
  const folds = planValidationFolds(table, split, horizonDays);
  const fitting = { ...settings, queue: atMost(family.fitsInOneThread ? settings.threads : 1) };
  const { honest: known, ...search } = await findSettings(family, rows, folds, fitting);
  const { hyperparameters } = search;
  const honest = known ?? (await scoreOutOfFold(family, rows, folds.folds, hyperparameters, fitting));
  const mostTelling = folds.folds.at(-1)!;
  const [{ calibration, probabilities }, curve] = await Promise.all([
    calibrateFamily(family, rows, folds, honest, fitting),
    learningCurve(family, rows, mostTelling, honest, hyperparameters, fitting),
  ]);
  const learnable = selectRows(rows, folds.learnable);
  const startedAt = settings.elapsedMs();
  const fitted = await family.fit(learnable, hyperparameters, settings);
  const fitMs = settings.elapsedMs() - startedAt;
  return {
    model: fitted.model,
    fitMs,
    calibration,
    outOfFold: { rows: honest.rows, probabilities },
    history: {
      format: 'churn-search',
      formatVersion: 2,
      family: family.name,
      folds: { kind: split, count: folds.folds.length, rows: honest.labels.length },
      learnable: {
        rows: learnable.labels.length,
        churned: learnable.labels.reduce((sum, label) => sum + label, 0),
      },
      settings: settings.source,
      ...search,
      selection: {
        rows: honest.labels.length,
        logLoss: logLoss(honest.labels, probabilities),
        rocAuc: rocAuc(honest.labels, honest.probabilities) ?? 0.5,
      },
      learningCurve: curve,
    },
  };
}

type FoundSettings = Pick<SearchHistory, 'rungs' | 'trials' | 'best' | 'endedBy' | 'hyperparameters'> &
  Pick<Search, 'honest'>;

function findSettings(
  family: ModelFamily,
  rows: LabelledMatrix,
  folds: ValidationFolds,
  { source, earlier, ...settings }: TrainingSettings & OutOfFoldSettings,
): Promise<FoundSettings> {
  if (source.source === 'reused' && earlier !== undefined) {
    const { settled: hyperparameters } = earlier;
    return Promise.resolve({
      rungs: [],
      trials: [],
      best: null,
      endedBy: null,
      hyperparameters,
      honest: undefined,
    });
  }
  const tried = earlier === undefined ? {} : { earlier: earlier.tried };
  return searchHyperparameters(family, rows, folds, { ...settings, ...tried });
}
