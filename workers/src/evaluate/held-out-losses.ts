import type { FeatureTable } from '@churn/shared/artifacts/feature-table';
import type { HeldOutLosses } from '@churn/shared/evaluation/choose-winner';
import { logLossOfRow } from '@churn/shared/metrics/log-loss';
import { type CandidateModel, requireSameRows } from '../inputs/candidate-models.ts';

/** The log loss of every model on each row held out of its training, which must be the same rows for all. */
export function heldOutLosses(
  models: readonly CandidateModel[],
  { labels, customerIds }: FeatureTable,
): HeldOutLosses {
  const rows = requireSameRows(models);
  return {
    customerIds: Array.from(rows, (row) => customerIds[row]!),
    byModel: new Map(
      models.map(({ artifact, outOfFold: { probabilities } }) => [
        artifact.sha256,
        Float64Array.from(rows, (row, index) => logLossOfRow(labels[row]!, probabilities[index]!)),
      ]),
    ),
  };
}
