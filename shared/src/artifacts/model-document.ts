import { z } from 'zod';
import { calibrationSchema } from '../calibration/calibration.ts';
import { campaignSchema } from '../schema/campaign.ts';
import type { JsonValue } from '../schema/json-value.ts';
import { labellingSchema } from '../schema/labelling.ts';
import { modelFamilyNames } from '../schema/model-family-name.ts';
import { sha256Schema } from '../schema/sha256-schema.ts';
import { parseDocument } from './parse-document.ts';

export const hyperparametersSchema = z.record(z.string(), z.union([z.number(), z.string(), z.boolean()]));

/** The file of a trained model: everything that scoring needs, and where it came from. No clock time, so equal training gives equal bytes. */
export const modelDocumentSchema = z.strictObject({
  format: z.literal('churn-model'),
  formatVersion: z.literal(1),
  family: z.enum(modelFamilyNames),
  /** Hash of the feature list it was fitted on; features of another list are refused. */
  featureListHash: z.string(),
  featureNames: z.array(z.string()),
  hyperparameters: hyperparametersSchema,
  /** Turns the family's probability into the one that is answered. */
  calibration: calibrationSchema,
  /** What contacting a customer costs and brings; sets the threshold. */
  campaign: campaignSchema,
  /** A customer with P(churn) at or above it is marked as leaving. */
  threshold: z.number().min(0).max(1),
  training: z.strictObject({
    labelling: labellingSchema,
    asOf: z.array(z.string()),
    featuresSha256: z.string(),
    rows: z.number().int(),
    churned: z.number().int(),
    seed: z.number().int(),
    version: z.string(),
    /** Of the model that was measured; this one has its settings, calibration and threshold, and was fitted on the test rows as well. */
    evaluatedModelSha256: sha256Schema.exactOptional(),
  }),
  /** `Model.toArtifact()` of the family. */
  parameters: z.custom<JsonValue>((value) => value !== undefined),
});

export type ModelDocument = Readonly<z.infer<typeof modelDocumentSchema>>;

export function parseModelDocument(text: string, where: string): ModelDocument {
  return parseDocument(modelDocumentSchema, 'model', text, where);
}
