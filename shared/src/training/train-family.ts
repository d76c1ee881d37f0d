import type { FeatureTable } from '../artifacts/feature-table.ts';
import type { SearchHistory } from '../artifacts/search-history.ts';
import type { Calibration } from '../calibration/calibration.ts';
import { chooseCalibration } from '../calibration/choose-calibration.ts';
import { selectRows } from '../features/select-rows.ts';
import { rocAuc } from '../metrics/roc-auc.ts';
import type { Hyperparameters, Model, ModelFamily } from '../models/model.ts';
import { scoreOutOfFold } from './score-out-of-fold.ts';
import { type SearchSettings, searchHyperparameters } from './search-hyperparameters.ts';
import { planValidationFolds } from './validation-folds.ts';

export interface TrainedFamily {
  /** Fitted on all rows that are no test, not calibrated. */
  readonly model: Model;
  readonly hyperparameters: Hyperparameters;
  readonly calibration: Calibration;
  readonly rows: number;
  readonly churned: number;
  readonly history: SearchHistory;
}

/**
 * Searches settings, settles them, chooses a calibration from out-of-fold predictions, and fits on every row that is no
 * test. The selection score comes from fits and calibrations that saw nothing of the rows they are judged by, so that
 * neither families which stop early nor those with an isotonic map have an advantage.
 */
export async function trainFamily(
  family: ModelFamily,
  table: FeatureTable,
  split: 'forward' | 'hash',
  horizonDays: number,
  settings: SearchSettings,
): Promise<TrainedFamily> {
  const rows = { matrix: table.matrix, labels: table.labels };
  const folds = planValidationFolds(table, split, horizonDays);
  const search = await searchHyperparameters(family, rows, folds, settings);
  const { hyperparameters } = search;
  const honest = await scoreOutOfFold(family, rows, folds.folds, hyperparameters, false, settings);
  const { calibration, heldOutLogLoss } = chooseCalibration(
    honest.labels,
    honest.probabilities,
    settings.seed,
  );
  const learnable = selectRows(rows, folds.learnable);
  const fitted = await family.fit(learnable, hyperparameters, settings);
  return {
    model: fitted.model,
    hyperparameters: fitted.hyperparameters,
    calibration,
    rows: learnable.labels.length,
    churned: learnable.labels.reduce((sum, label) => sum + label, 0),
    history: {
      format: 'churn-search',
      formatVersion: 1,
      family: family.name,
      folds: { kind: split, count: folds.folds.length, rows: honest.labels.length },
      trials: search.trials,
      screeningRows: search.screeningRows,
      best: search.best,
      selection: {
        rows: honest.labels.length,
        logLoss: heldOutLogLoss,
        rocAuc: rocAuc(honest.labels, honest.probabilities) ?? 0.5,
      },
    },
  };
}
