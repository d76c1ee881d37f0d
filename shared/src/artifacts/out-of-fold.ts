import { z } from 'zod';
import { modelFamilyNames } from '../schema/model-family-name.ts';
import { parseDocument } from './parse-document.ts';

/**
 * What a family predicted for rows that neither the fit nor the calibration had seen: the rows its log loss in the search
 * history is the mean of. From it one can learn and judge what is made of several families without a test row.
 */
const outOfFoldSchema = z
  .strictObject({
    format: z.literal('churn-out-of-fold'),
    formatVersion: z.literal(1),
    family: z.enum(modelFamilyNames),
    /** The feature table that `rows` are of. */
    featuresSha256: z.string(),
    /** Indices from 0 into the feature table, fold after fold; none twice. */
    rows: z.array(z.number().int().nonnegative()),
    /** Calibrated P(churn) of each. */
    probabilities: z.array(z.number().min(0).max(1)),
  })
  .refine(({ rows, probabilities }) => rows.length === probabilities.length, {
    message: 'expected one probability for each row',
  });

export type OutOfFoldDocument = Readonly<z.infer<typeof outOfFoldSchema>>;

export function parseOutOfFold(text: string, where: string): OutOfFoldDocument {
  return parseDocument(outOfFoldSchema, 'out-of-fold', text, where);
}
