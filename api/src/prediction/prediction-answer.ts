import { mostReasons } from '@churn/shared/features/risk-reasons';
import { modelFamilyNames } from '@churn/shared/schema/model-family-name';
import { z } from 'zod';

const reasonSchema = z.strictObject({
  feature: z.string(),
  description: z
    .string()
    .describe('The feature in words, with its value, as in the scores of `churn score`.'),
  value: z
    .union([z.number(), z.string()])
    .nullable()
    .describe('Of the feature, as the model saw it; null where it is missing.'),
  unit: z.string().describe('Of the value: `days`, `transactions`, `currency units`, `category`, …'),
  contribution: z.number().positive().describe('What the feature adds to the log-odds of churn.'),
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
    .max(mostReasons)
    .describe(
      'The features that raise the risk most, strongest first, as `churn score` tells them; what speaks for staying is no reason, so that there may be none.',
    ),
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

export type PredictionAnswer = z.infer<typeof predictionAnswerSchema>;
