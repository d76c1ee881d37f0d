import { z } from 'zod';
import { modelFamilyNames } from '../schema/model-family-name.ts';
import { hyperparametersSchema } from './model-document.ts';
import { parseDocument } from './parse-document.ts';

const scoresSchema = z.strictObject({ logLoss: z.number(), rocAuc: z.number() });

/** The search for hyperparameters of one family: every configuration tried, in order, with its out-of-fold scores. */
export const searchHistorySchema = z.strictObject({
  format: z.literal('churn-search'),
  formatVersion: z.literal(1),
  family: z.enum(modelFamilyNames),
  /** How rows were held out: `forward` in time or by `hash` of the customer. `rows` are those held out in all. */
  folds: z.strictObject({
    kind: z.enum(['forward', 'hash']),
    count: z.number().int(),
    rows: z.number().int(),
  }),
  trials: z.array(
    z.strictObject({
      hyperparameters: hyperparametersSchema,
      /** On one fold, fitted on `screeningRows` rows at most. */
      screening: scoresSchema,
      /** On all folds; null where the screening was lost. */
      confirmed: scoresSchema.nullable(),
    }),
  ),
  screeningRows: z.number().int().positive(),
  /** Index of the best trial: lowest confirmed log loss. */
  best: z.number().int().nonnegative(),
  /** Out-of-fold scores of the best trial, settled and calibrated out of fold, too; the candidates of a run are compared by these. */
  selection: z.strictObject({ rows: z.number().int(), ...scoresSchema.shape }),
});

export type SearchHistory = Readonly<z.infer<typeof searchHistorySchema>>;

export function parseSearchHistory(text: string, where: string): SearchHistory {
  return parseDocument(searchHistorySchema, 'search', text, where);
}
