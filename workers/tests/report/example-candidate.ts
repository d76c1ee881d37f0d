import type { Candidate } from '@churn/shared/artifacts/candidate';
import { profitThreshold } from '@churn/shared/metrics/campaign-profit';
import { confusionAt } from '@churn/shared/metrics/confusion';
import { evaluationCurves } from '@churn/shared/metrics/evaluation-curves';
import { measurePredictions } from '@churn/shared/metrics/measure-predictions';
import { seededRandom } from '@churn/shared/platform/seeded-random';
import { campaignSchema } from '@churn/shared/schema/campaign';
import type { ModelFamilyName } from '@churn/shared/schema/model-family-name';
import { exampleHyperparameters } from './example-search.ts';

export const exampleCampaign = campaignSchema.parse({ customerValue: 200, offerCost: 10, offerSuccess: 0.2 });

/** Measured by the code that measures real ones. */
export function exampleCandidate(
  { family, modelSha256, heldOut }: { family: ModelFamilyName; modelSha256: string; heldOut: number },
  labels: Uint8Array,
  probabilities: Float64Array,
): Candidate {
  const threshold = profitThreshold(exampleCampaign);
  return {
    modelSha256,
    family,
    hyperparameters: exampleHyperparameters(seededRandom(3)),
    calibration: 'sigmoid',
    threshold,
    bytes: 345_678,
    selection: { rows: 2_400, logLoss: heldOut, rocAuc: 0.8 },
    measures: measurePredictions(labels, probabilities, {
      campaign: exampleCampaign,
      threshold,
      seed: 1,
      samples: 60,
    }),
    confusion: confusionAt(labels, probabilities, threshold),
    curves: evaluationCurves(labels, probabilities, exampleCampaign),
  };
}
