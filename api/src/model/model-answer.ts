import { campaignFields } from '@churn/shared/schema/campaign';
import type { JsonValue } from '@churn/shared/schema/json-value';
import { labellingSchema } from '@churn/shared/schema/labelling';
import { modelFamilyNames } from '@churn/shared/schema/model-family-name';
import { z } from 'zod';
import type { Champion } from '../champion/champion.ts';

/** The answer of `GET /v1/model`. */
export const modelAnswerSchema = z.strictObject({
  sha256: z.string(),
  family: z.enum(modelFamilyNames),
  champion: z.strictObject({
    revision: z.int().describe('Grows by one with each promotion.'),
    promotedAt: z.string(),
    run: z.string().describe('The pipeline run that trained it.'),
    previousModelSha256: z.string().nullable(),
    reason: z.string(),
  }),
  hyperparameters: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])),
  threshold: z.number().min(0).max(1),
  campaign: z
    .strictObject(campaignFields)
    .describe('Costs in currency units, and the rule that has set the threshold: who is contacted.'),
  labelling: labellingSchema.describe('What churn means to this model, and whom it scores.'),
  training: z.strictObject({
    rows: z.int(),
    churned: z.int(),
    asOf: z.array(z.string()),
    evaluatedModelSha256: z
      .string()
      .describe(
        'The model that was measured: this one, or the one that it was fitted again from on more rows.',
      ),
  }),
  metrics: z.record(z.string(), z.unknown()).describe('Of the evaluated model, on the test rows.'),
  featureListHash: z.string(),
  featureNames: z.array(z.string()),
});

export type ModelAnswer = z.infer<typeof modelAnswerSchema>;

export function modelAnswer({ pointer, registered }: Champion): ModelAnswer {
  const { document, metrics, sha256 } = registered;
  return {
    sha256,
    family: document.family,
    champion: {
      revision: pointer.revision,
      promotedAt: pointer.promotedAt,
      run: pointer.run,
      previousModelSha256: pointer.previousModelSha256 ?? null,
      reason: pointer.reason,
    },
    hyperparameters: document.hyperparameters,
    threshold: document.threshold,
    campaign: document.campaign,
    labelling: document.training.labelling,
    training: {
      rows: document.training.rows,
      churned: document.training.churned,
      asOf: document.training.asOf,
      evaluatedModelSha256: document.training.evaluatedModelSha256 ?? sha256,
    },
    metrics: metrics as Record<string, JsonValue>,
    featureListHash: document.featureListHash,
    featureNames: document.featureNames,
  };
}
