import { z } from 'zod';
import { labellingSchema } from '../schema/labelling.ts';
import { modelFamilyNames } from '../schema/model-family-name.ts';
import { sha256Schema } from '../schema/sha256-schema.ts';
import { hyperparametersSchema } from './model-document.ts';
import { parseDocument } from './parse-document.ts';

/** What a later training may take over from an ended search, and what it must ask about the same to do so. */
const searchRecordSchema = z.strictObject({
  format: z.literal('churn-search-record'),
  formatVersion: z.literal(1),
  run: z.string(),
  /** Of the search's history. */
  searchSha256: sha256Schema,
  question: z.strictObject({
    family: z.enum(modelFamilyNames),
    featureListHash: z.string(),
    labelling: labellingSchema,
    split: z.enum(['forward', 'hash']),
  }),
  /** Rows that were learned from, and how many of them churned. */
  learnable: z.strictObject({ rows: z.number().int(), churned: z.number().int() }),
  /** The best trial as it was tried. */
  tried: hyperparametersSchema,
  /** The same as its fits settled it. */
  settled: hyperparametersSchema,
});

export type SearchRecord = Readonly<z.infer<typeof searchRecordSchema>>;

export function parseSearchRecord(text: string, where: string): SearchRecord {
  return parseDocument(searchRecordSchema, 'search-record', text, where);
}
