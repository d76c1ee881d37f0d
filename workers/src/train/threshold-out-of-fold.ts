import { type FeatureRows, latestRows } from '@churn/shared/artifacts/feature-table';
import { pickRows } from '@churn/shared/features/pick-rows';
import { chooseThreshold } from '@churn/shared/metrics/choose-threshold';
import { groupByProbability } from '@churn/shared/metrics/score-groups';
import type { Campaign } from '@churn/shared/schema/campaign';

/** From the predictions of rows that the fits had not seen; a budget is for as many customers as there are at the latest as-of date. */
export function thresholdOutOfFold(
  campaign: Campaign,
  table: FeatureRows,
  { rows, probabilities }: { readonly rows: Int32Array; readonly probabilities: Float64Array },
): number {
  const groups = groupByProbability(pickRows(table.labels, rows), probabilities);
  return chooseThreshold(campaign, groups, latestRows(table).length);
}
