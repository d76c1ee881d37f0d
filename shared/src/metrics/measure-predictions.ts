import type { BootstrapInterval } from './bootstrap-interval.ts';
import { bootstrapValues } from './bootstrap-values.ts';
import { type DecisionSettings, type MeasuredValues, measureGroups } from './measure-groups.ts';
import type { BootstrapSettings } from './resample-rows.ts';
import { groupByProbability } from './score-groups.ts';

export type MeasuredIntervals = Record<keyof MeasuredValues, BootstrapInterval>;

/** Every measure of the predictions with its 95 % bootstrap interval, all from the same samples; the same seed gives the same bounds. */
export function measurePredictions(
  labels: Uint8Array,
  probabilities: Float64Array,
  settings: DecisionSettings & BootstrapSettings,
): MeasuredIntervals {
  const groups = groupByProbability(labels, probabilities);
  const values = measureGroups(groups, settings);
  const { calibrationSlope: slope, calibrationIntercept: intercept } = values;
  const near = slope === null || intercept === null ? undefined : { slope, intercept };
  return bootstrapValues(labels, groups, values, (sample) => measureGroups(sample, settings, near), settings);
}
