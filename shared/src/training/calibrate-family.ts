import type { Calibration } from '../calibration/calibration.ts';
import { chooseCalibration } from '../calibration/choose-calibration.ts';
import type { LabelledMatrix } from '../features/labelled-matrix.ts';
import type { ModelFamily } from '../models/model.ts';
import { calibrateApart } from './calibrate-apart.ts';
import { type OutOfFold, type OutOfFoldSettings, scoreOutOfFold } from './score-out-of-fold.ts';
import type { ValidationFolds } from './validation-folds.ts';

export interface CalibratedOutOfFold {
  /** For the model that is fitted on all rows that are no test. */
  readonly calibration: Calibration;
  /** The honest predictions, each under a map that was learned without its row. */
  readonly probabilities: Float64Array;
}

const asPredicted: Calibration = { method: 'none' };

/**
 * Chooses a calibration, and calibrates the honest predictions by maps that have not seen their rows. Forward in time the map
 * is not learned from those: a model of an earlier day errs at the next one mostly because the share of churn has moved, and
 * the next move may go the other way. It is learned from fits on most of the customers of all days, which are off
 * in the same way as the final fit: too sure or not sure enough. Where too few of an outcome are there for such fits,
 * nothing is calibrated.
 */
export async function calibrateFamily(
  family: ModelFamily,
  rows: LabelledMatrix,
  { kind, calibrating }: Pick<ValidationFolds, 'kind' | 'calibrating'>,
  honest: OutOfFold,
  settings: OutOfFoldSettings,
): Promise<CalibratedOutOfFold> {
  if (kind === 'hash') {
    const chosen = chooseCalibration(honest.labels, honest.probabilities, settings.seed);
    return { calibration: chosen.calibration, probabilities: chosen.heldOut };
  }
  if (calibrating.length === 0) return { calibration: asPredicted, probabilities: honest.probabilities };
  const near = await scoreOutOfFold(family, rows, calibrating, honest.hyperparameters, settings);
  const { calibration } = chooseCalibration(near.labels, near.probabilities, settings.seed);
  return { calibration, probabilities: calibrateApart(honest, near, calibrating, settings.seed) };
}
