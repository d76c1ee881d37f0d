import { checkProbabilities } from '../metrics/check-predictions.ts';
import { logLossOfRow } from '../metrics/log-loss.ts';
import { type Calibration, calibrate } from './calibration.ts';
import { fitIsotonic } from './fit-isotonic.ts';
import { fitSigmoid } from './fit-sigmoid.ts';
import { stratifiedFolds } from './stratified-folds.ts';

type Fit = (labels: Uint8Array, probabilities: Float64Array) => Calibration;

export interface ChosenCalibration {
  readonly calibration: Calibration;
  /** By the chosen method in the cross-validation: each row under a map that was fitted without it. */
  readonly heldOut: Float64Array;
}

const foldCount = 5;
/** With fewer rows an isotonic map follows chance (Niculescu-Mizil, Caruana 2005). */
const fewestRowsForIsotonic = 1_000;

/**
 * Chooses among no calibration, sigmoid and isotonic by log loss in five-fold cross-validation, given predictions that
 * the model made without having seen these rows, and fits the chosen one on all of them. The simplest wins whose loss
 * is within one standard error of the lowest, the error being that of the difference row by row (Breiman et al. 1984):
 * on a near tie, fewer numbers are made up.
 */
export function chooseCalibration(
  labels: Uint8Array,
  probabilities: Float64Array,
  seed: number,
): ChosenCalibration {
  checkProbabilities(labels, probabilities);
  const folds = stratifiedFolds(labels, foldCount, seed);
  const simplestFirst: Fit[] = [() => ({ method: 'none' }), fitSigmoid];
  if (labels.length >= fewestRowsForIsotonic) simplestFirst.push(fitIsotonic);
  const heldOut = simplestFirst.map((fit) => calibrateHeldOut(fit, labels, probabilities, folds));
  const losses = heldOut.map((calibrated) => calibrated.map((p, row) => logLossOfRow(labels[row]!, p)));
  const totals = losses.map((ofRows) => ofRows.reduce((sum, loss) => sum + loss, 0));
  const lowest = losses[totals.indexOf(Math.min(...totals))]!;
  const chosen = losses.findIndex((ofRows) => isWithinOneError(ofRows, lowest));
  return {
    calibration: simplestFirst[chosen]!(labels, probabilities),
    heldOut: heldOut[chosen]!,
  };
}

/** Each row under the map fitted on the other folds. */
function calibrateHeldOut(
  fit: Fit,
  labels: Uint8Array,
  probabilities: Float64Array,
  folds: Uint8Array,
): Float64Array {
  const heldOut = probabilities.slice();
  for (let fold = 0; fold < foldCount; fold++) {
    const isFitted = (_: number, row: number) => folds[row] !== fold;
    const isJudged = (_: number, row: number) => folds[row] === fold;
    const fitted = labels.filter(isFitted);
    if (fitted.length === labels.length) continue;
    const map: Calibration =
      fitted.length === 0 ? { method: 'none' } : fit(fitted, probabilities.filter(isFitted));
    const calibrated = calibrate(map, probabilities.filter(isJudged));
    let place = 0;
    for (let row = 0; row < heldOut.length; row++) {
      if (folds[row] === fold) heldOut[row] = calibrated[place++]!;
    }
  }
  return heldOut;
}

function isWithinOneError(losses: Float64Array, lowest: Float64Array): boolean {
  const excess = losses.map((loss, row) => loss - lowest[row]!);
  const mean = excess.reduce((sum, value) => sum + value, 0) / excess.length;
  const variance = excess.reduce((sum, value) => sum + (value - mean) ** 2, 0) / excess.length;
  return mean <= Math.sqrt(variance / excess.length);
}
