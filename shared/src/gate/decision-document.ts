import { z } from 'zod';
import { parseDocument } from '../artifacts/parse-document.ts';
import { sha256Schema } from '../schema/sha256-schema.ts';
import { gateModes } from './gate-settings.ts';
import { refitChoices, refitSchema } from './refit.ts';

/** What the gate decided about the winner of an evaluation, rule by rule. Neither time nor durations: it is named by its bytes. */
const decisionDocumentSchema = z.strictObject({
  format: z.literal('churn-decision'),
  formatVersion: z.literal(1),
  promoted: z.boolean(),
  /** The winner, as it was evaluated. */
  modelSha256: sha256Schema,
  /** The model to serve, where the winner was fitted again; null in decisions made before that was done. */
  refit: refitSchema.nullable().default(null),
  refitChoice: z.enum(refitChoices).nullable().default(null),
  evaluationSha256: sha256Schema,
  /** The champion when it was decided. */
  championSha256: sha256Schema.nullable(),
  settings: z.strictObject({
    mode: z.enum(gateModes),
    fewestTestRows: z.number(),
    rocAucFloor: z.number(),
    calibrationErrorCeiling: z.number(),
    refreshMargin: z.number(),
    replaceIncomparable: z.boolean(),
    acceptedLeakage: z.array(z.string()),
    latencyBudgetMs: z.number(),
  }),
  decisions: z.array(
    z.strictObject({ rule: z.string(), passed: z.boolean(), expected: z.string(), actual: z.string() }),
  ),
});

export type DecisionDocument = Readonly<z.infer<typeof decisionDocumentSchema>>;

export function parseDecisionDocument(text: string, where: string): DecisionDocument {
  return parseDocument(decisionDocumentSchema, 'decision', text, where);
}
