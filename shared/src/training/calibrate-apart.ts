import { calibrate } from '../calibration/calibration.ts';
import { chooseCalibration } from '../calibration/choose-calibration.ts';
import { pickRows } from '../features/pick-rows.ts';
import type { OutOfFold } from './score-out-of-fold.ts';
import type { ValidationFold } from './validation-folds.ts';

type Predicted = Pick<OutOfFold, 'rows' | 'labels' | 'probabilities'>;

/**
 * The honest predictions, each calibrated by a map from other predictions of other customers: for the rows that a fold
 * judges the map is learned from `near` without them. `near` has what was predicted of the rows that all folds judge; an honest
 * prediction of a row in no fold, or of the only fold, stays as it is.
 */
export function calibrateApart(
  honest: Predicted,
  near: Predicted,
  folds: readonly ValidationFold[],
  seed: number,
): Float64Array {
  const places = Int32Array.from(near.rows.keys());
  const calibrated = honest.probabilities.slice();
  for (const { judge } of folds) {
    const inFold = new Set(judge);
    const others = places.filter((place) => !inFold.has(near.rows[place]!));
    if (others.length === 0) continue;
    const labels = pickRows(near.labels, others);
    const { calibration } = chooseCalibration(labels, pickRows(near.probabilities, others), seed);
    for (const [place, probability] of calibrate(calibration, honest.probabilities).entries()) {
      if (inFold.has(honest.rows[place]!)) calibrated[place] = probability;
    }
  }
  return calibrated;
}
