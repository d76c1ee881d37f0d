import { modelFamilyNames } from '@churn/shared/schema/model-family-name';
import { z } from 'zod';

export const reasonSchema = z.strictObject({
  feature: z.string(),
  description: z
    .string()
    .describe('The feature in words, with its value, as in the scores of `churn score`.'),
  contribution: z
    .number()
    .describe('What the feature adds to the log-odds of churn; negative where it speaks for staying.'),
});

/** The answer of `POST /v1/predict`. */
export const predictionAnswerSchema = z.strictObject({
  customerId: z.string().nullable(),
  probability: z.number().min(0).max(1).describe('Probability of churn.'),
  decision: z
    .enum(['churn', 'stay'])
    .describe(
      '`churn` where the probability reaches the threshold. Of a campaign with a budget only `churn score` knows who is among the riskiest.',
    ),
  threshold: z.number().min(0).max(1),
  reasons: z
    .array(reasonSchema)
    .max(3)
    .describe('The features that moved this answer most, strongest first.'),
  model: z.strictObject({
    sha256: z.string(),
    family: z.enum(modelFamilyNames),
    featureListHash: z.string(),
    promotedAt: z.string(),
  }),
  asOf: z.string().nullable().describe('Null where ready features came, which have no date.'),
  ignoredTransactions: z
    .int()
    .min(0)
    .describe('Transactions on or after asOf; features count earlier days only.'),
});

export type Reason = z.infer<typeof reasonSchema>;
export type PredictionAnswer = z.infer<typeof predictionAnswerSchema>;
