import type { Campaign } from '../schema/campaign.ts';
import { type CalibrationBin, calibrationBins } from './calibration-bins.ts';
import { profitCurve } from './campaign-profit.ts';
import { gainCurve } from './gain-curve.ts';
import { precisionRecallCurve } from './precision-recall-curve.ts';
import { rocCurve } from './roc-curve.ts';
import { groupByProbability } from './score-groups.ts';
import type { Point } from './thin-curve.ts';

interface EvaluationCurves {
  roc: Point[];
  precisionRecall: Point[];
  calibration: CalibrationBin[];
  gain: Point[];
  profit: Point[];
}

/** What a report draws of a scored set of rows; at most 200 points each. */
export function evaluationCurves(
  labels: Uint8Array,
  probabilities: Float64Array,
  campaign: Campaign,
): EvaluationCurves {
  const groups = groupByProbability(labels, probabilities);
  return {
    roc: rocCurve(groups),
    precisionRecall: precisionRecallCurve(groups),
    calibration: calibrationBins(groups),
    gain: gainCurve(groups),
    profit: profitCurve(groups, campaign),
  };
}
