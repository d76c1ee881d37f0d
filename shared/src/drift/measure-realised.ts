import { baseRateLogLoss } from '../metrics/base-rate-log-loss.ts';
import type { BootstrapInterval } from '../metrics/bootstrap-interval.ts';
import { bootstrapValues } from '../metrics/bootstrap-values.ts';
import { type CalibrationBin, calibrationBins } from '../metrics/calibration-bins.ts';
import { calibrationError } from '../metrics/calibration-error.ts';
import { calibrationLine } from '../metrics/calibration-line.ts';
import { logLossOfGroups } from '../metrics/log-loss.ts';
import type { LogisticLine } from '../metrics/logistic-line.ts';
import type { BootstrapSettings } from '../metrics/resample-rows.ts';
import { rocAucOfGroups } from '../metrics/roc-auc.ts';
import { groupByProbability, type ScoreGroups } from '../metrics/score-groups.ts';

interface RealisedValues {
  readonly rocAuc: number | null;
  readonly logLoss: number;
  /** What the model is better by than the share that churned, given to everybody: that one's log loss minus its own. */
  readonly logLossGain: number;
  readonly calibrationSlope: number | null;
  readonly calibrationError: number;
  /** Mean probability minus the share that churned. */
  readonly shareDifference: number;
}

/** What came of a model's predictions. */
export interface RealisedMeasures {
  readonly rows: number;
  readonly churned: number;
  readonly churnShare: number;
  readonly meanProbability: number;
  readonly measures: Readonly<Record<keyof RealisedValues, BootstrapInterval>>;
  /** Rows by rising probability. */
  readonly bins: readonly CalibrationBin[];
}

/** Each measure with its 95 % bootstrap interval, all from the same samples; the same seed gives the same bounds. */
export function measureRealised(
  labels: Uint8Array,
  probabilities: Float64Array,
  settings: BootstrapSettings,
): RealisedMeasures {
  const groups = groupByProbability(labels, probabilities);
  const line = calibrationLine(groups) ?? undefined;
  const values = measureGroups(groups, line);
  const { rows, churned, meanProbability } = countsOf(groups);
  return {
    rows,
    churned,
    churnShare: churned / rows,
    meanProbability,
    measures: bootstrapValues(labels, groups, values, (sample) => measureGroups(sample, line), settings),
    bins: calibrationBins(groups),
  };
}

function measureGroups(groups: ScoreGroups, near: LogisticLine | undefined): RealisedValues {
  const { rows, churned, meanProbability } = countsOf(groups);
  const logLoss = logLossOfGroups(groups);
  return {
    rocAuc: rocAucOfGroups(groups),
    logLoss,
    logLossGain: baseRateLogLoss(churned / rows) - logLoss,
    calibrationSlope: calibrationLine(groups, near)?.slope ?? null,
    calibrationError: calibrationError(groups),
    shareDifference: meanProbability - churned / rows,
  };
}

function countsOf({ scores, churned, stayed }: ScoreGroups) {
  let [rows, left, expected] = [0, 0, 0];
  for (let group = 0; group < scores.length; group++) {
    const here = churned[group]! + stayed[group]!;
    rows += here;
    left += churned[group]!;
    expected += here * scores[group]!;
  }
  return { rows, churned: left, meanProbability: expected / rows };
}
