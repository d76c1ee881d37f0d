import { z } from 'zod';
import { labellingSchema } from '../schema/labelling.ts';
import { parseDocument } from './parse-document.ts';

const splitCountsSchema = z.strictObject({
  rows: z.number().int().nonnegative(),
  churned: z.number().int().nonnegative(),
});

/** What a feature table for training is: how its labels came about, its as-of dates, its split and its counts. */
export const datasetDescriptionSchema = z.strictObject({
  format: z.literal('churn-dataset'),
  formatVersion: z.literal(1),
  labelling: labellingSchema,
  /** Days as YYYY-MM-DD, ascending. */
  asOf: z.array(z.string()),
  /** `forward`: train, validation and test follow each other in time; `hash`: by a stable hash of the customer. */
  split: z.enum(['forward', 'hash']),
  featureListHash: z.string(),
  featureNames: z.array(z.string()),
  /** Rows of the feature table. */
  rows: z.number().int().nonnegative(),
  churned: z.number().int().nonnegative(),
  splits: z.strictObject({
    train: splitCountsSchema,
    validation: splitCountsSchema,
    test: splitCountsSchema,
  }),
  /** Eligible customers without a churn flag (mode `flag`), left out. */
  droppedWithoutFlag: z.number().int().nonnegative(),
  /** As-of dates whose rows are in no split, because they lie within a horizon of one. */
  asOfInGap: z.array(z.string()),
  /** First and last transaction day of the cleaned data. */
  transactions: z.strictObject({ firstDay: z.string(), lastDay: z.string() }),
});

export type DatasetDescription = Readonly<z.infer<typeof datasetDescriptionSchema>>;

export function parseDatasetDescription(text: string, where: string): DatasetDescription {
  return parseDocument(datasetDescriptionSchema, 'dataset', text, where);
}
