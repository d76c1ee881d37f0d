import type { LatestPredictions } from '@churn/shared/artifacts/latest-predictions';
import { modelFamilyNames } from '@churn/shared/schema/model-family-name';
import { z } from 'zod';
import type { ScoreRecord } from './find-score.ts';

/** The answer of `GET /v1/customers/:id/score`. */
export const scoreAnswerSchema = z.strictObject({
  customerId: z.string(),
  probability: z.number().min(0).max(1).describe('Probability of churn.'),
  decision: z
    .enum(['churn', 'stay'])
    .describe(
      '`churn` or `stay`; of a campaign with a budget, whether the customer is among the riskiest that it allows.',
    ),
  decile: z.int().min(1).max(10).describe('1: the riskiest tenth.'),
  reasons: z.string().describe('The features that raise the risk most, in words, separated by semicolons.'),
  asOf: z.string().describe('The day that the features count up to.'),
  run: z.string().describe('The run whose customers were scored.'),
  model: z.strictObject({
    sha256: z.string(),
    family: z.enum(modelFamilyNames),
    featureListHash: z.string(),
  }),
});

export type ScoreAnswer = z.infer<typeof scoreAnswerSchema>;

export function scoreAnswer(customerId: string, record: ScoreRecord, latest: LatestPredictions): ScoreAnswer {
  const { asOf, run, modelSha256, family, featureListHash } = latest;
  return { customerId, ...record, asOf, run, model: { sha256: modelSha256, family, featureListHash } };
}
