import { z } from 'zod';
import { sha256Schema } from '../schema/sha256-schema.ts';

/**
 * Which rows the promoted model is fitted on again: `all` with a known outcome, `none` (it stays as it was measured), or
 * `auto`: all, where the test rows are the newest, so that a model without them is a period behind.
 */
export const refitChoices = ['auto', 'all', 'none'] as const;
export type RefitChoice = (typeof refitChoices)[number];

/** Whether a winner that was measured on a test of this split is fitted again. */
export function isRefitted(choice: RefitChoice, split: 'forward' | 'hash'): boolean {
  return choice === 'all' || (choice === 'auto' && split === 'forward');
}

/** The winner fitted again on all rows with a known outcome: what serves then. */
export const refitSchema = z.strictObject({
  modelSha256: sha256Schema,
  rows: z.number().int(),
  churned: z.number().int(),
  /** On the test rows, which it has learned from: no measure of quality. */
  testLogLoss: z.number(),
  /** Of the model that was measured, on the same rows. */
  evaluatedTestLogLoss: z.number(),
});

export type Refit = Readonly<z.infer<typeof refitSchema>>;
