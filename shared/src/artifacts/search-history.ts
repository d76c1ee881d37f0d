import { z } from 'zod';
import { modelFamilyNames } from '../schema/model-family-name.ts';
import { sha256Schema } from '../schema/sha256-schema.ts';
import { hyperparametersSchema } from './model-document.ts';
import { parseDocument } from './parse-document.ts';

export const scoresSchema = z.strictObject({ logLoss: z.number(), rocAuc: z.number() });

/** What all trials of a rung had in common. */
export const rungSchema = z.strictObject({
  /** Folds a trial was fitted on and judged by: the most telling one, or all. */
  folds: z.number().int().positive(),
  /** Rows of the largest fit of a trial. */
  rows: z.number().int().positive(),
  /** Rows a trial was judged by, all folds together. */
  judged: z.number().int().positive(),
});

/** The search for hyperparameters of one family: every configuration tried, in order, with its out-of-fold scores. */
export const searchHistorySchema = z.strictObject({
  format: z.literal('churn-search'),
  formatVersion: z.literal(2),
  family: z.enum(modelFamilyNames),
  /** How rows were held out: `forward` in time or by `hash` of the customer. `rows` are those held out in all. */
  folds: z.strictObject({
    kind: z.enum(['forward', 'hash']),
    count: z.number().int(),
    rows: z.number().int(),
  }),
  /** Rows that may be learned from, those of no test, and how many of them churned. */
  learnable: z.strictObject({ rows: z.number().int(), churned: z.number().int() }),
  /** Rungs of the successive halving, from the one that all trials stood on to the last; none where settings were reused. */
  rungs: z.array(rungSchema),
  trials: z.array(
    z.strictObject({
      hyperparameters: hyperparametersSchema,
      /** The family's default, the best of an earlier search, or drawn at random. */
      origin: z.enum(['default', 'earlier', 'random']),
      /** On each rung that the trial has reached, from the first one on. */
      scores: z.array(scoresSchema).min(1),
    }),
  ),
  /** Where the chosen settings come from. */
  settings: z.strictObject({
    source: z.enum(['searched', 'reused']),
    /**
     * Searched since that was asked for, since there was no earlier search of this question, or since the number of rows or
     * the share of churn has moved since then; reused since the data are alike.
     */
    because: z.enum(['asked', 'no-earlier-search', 'rows-moved', 'share-moved', 'data-alike']),
    /** The search whose settings were reused, or whose best was one of the trials; null where there was none. */
    earlier: z.strictObject({ run: z.string(), searchSha256: sha256Schema }).nullable(),
  }),
  /** Index of the best trial: lowest log loss on the last rung that any has reached. Null where there are no trials. */
  best: z.number().int().nonnegative().nullable(),
  /** `time`: `--search-seconds` were over before every rung was; another run may then choose otherwise. Null without trials. */
  endedBy: z.enum(['trials', 'time']).nullable(),
  /** What was chosen, as settled by the fits of the best trial: what the final model is fitted with. */
  hyperparameters: hyperparametersSchema,
  /** Out-of-fold scores of the chosen settings, calibrated out of fold, too; the candidates of a run are compared by these. */
  selection: z.strictObject({ rows: z.number().int(), ...scoresSchema.shape }),
  /**
   * Log loss, not calibrated, of the chosen settings on the most telling fold when fitted on growing shares of its rows,
   * ascending to all of them: where it still falls at the end, more data would help.
   */
  learningCurve: z.array(z.strictObject({ rows: z.number().int().positive(), logLoss: z.number() })),
});

export type SearchHistory = Readonly<z.infer<typeof searchHistorySchema>>;
/** A history with trials of its own, not one of settings taken over. */
export type SearchedHistory = SearchHistory & { readonly best: number };
export type Scores = Readonly<z.infer<typeof scoresSchema>>;
export type RungDescription = Readonly<z.infer<typeof rungSchema>>;

export function hasTrials(history: SearchHistory): history is SearchedHistory {
  return history.best !== null;
}

export function parseSearchHistory(text: string, where: string): SearchHistory {
  return parseDocument(searchHistorySchema, 'search', text, where);
}
