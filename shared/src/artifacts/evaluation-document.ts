import { z } from 'zod';
import { campaignSchema } from '../schema/campaign.ts';
import { modelFamilyNames } from '../schema/model-family-name.ts';
import { sha256Schema } from '../schema/sha256-schema.ts';
import { candidateSchema } from './candidate.ts';
import { contributionSummarySchema } from './contribution-summary.ts';
import { datasetDescriptionSchema } from './dataset-description.ts';
import { intervalSchema, measuresSchema } from './measures.ts';
import { parseDocument } from './parse-document.ts';

/** Null in the metrics of models registered before gains were measured. */
const gainSchema = intervalSchema.nullable().default(null);

/** Name of the baseline of days since the last transaction alone, which the gate asks a model to beat. */
export const recencyBaseline = 'recency only';

const sliceSchema = z.strictObject({
  /** `region`, `age`, `gender`, `tenure`, `top service`. */
  by: z.string(),
  name: z.string(),
  rows: z.number().int(),
  churned: z.number().int(),
  meanProbability: z.number(),
  /** Null where the slice has one class only. */
  rocAuc: z.number().nullable(),
});

/** How much better a blend of families was than the best of them on the rows held out of the training, and what chance could do. */
const blendEvidenceSchema = z.strictObject({
  bestSingle: z.enum(modelFamilyNames),
  /** Log loss of the best single family minus that of the blend. */
  advantage: z.number(),
  /** Of the advantage, customers drawn at random. */
  standardError: z.number(),
  /** Whether the blend was the winner; since decision 0021 it is where its log loss is the lowest. */
  chosen: z.boolean(),
});

/** Champion against winner on the same test rows; differences are winner − champion. */
const championComparisonSchema = z.strictObject({
  modelSha256: z.string(),
  /**
   * The model whose figures these are: the champion, or where it has learned from rows of this test, the model that was
   * measured before its promotion. Null where nothing was compared, and in evaluations of before.
   */
  comparedModelSha256: z.string().nullable().default(null),
  /** Why the champion could not be scored on these rows; null where it could. */
  incomparable: z.string().nullable(),
  /** Whether the winner is the model that was measured before the champion's promotion. */
  isWinner: z.boolean(),
  measures: measuresSchema.nullable(),
  rocAucDifference: intervalSchema.nullable(),
  logLossDifference: intervalSchema.nullable(),
});

/**
 * What `evaluate` found when it opened the test rows, once: every candidate with its measures and curves, the winner
 * (chosen by its out-of-fold score, not by the test), baselines, slices, and the champion on the same rows.
 */
export const evaluationDocumentSchema = z.strictObject({
  format: z.literal('churn-evaluation'),
  formatVersion: z.literal(1),
  dataset: datasetDescriptionSchema,
  featuresSha256: z.string(),
  seed: z.number().int(),
  version: z.string(),
  campaign: campaignSchema,
  test: z.strictObject({ rows: z.number().int(), churned: z.number().int() }),
  /** The winner first, the others by `selection.logLoss`. */
  candidates: z.array(candidateSchema).min(1),
  winner: z.strictObject({
    modelSha256: z.string(),
    /** In words: by which score, and by how much. */
    reason: z.string(),
    /** Null where no blend, or nothing but a blend, was among the candidates. */
    blend: blendEvidenceSchema.nullable(),
    /** Mean absolute contribution to the log-odds over the test rows, strongest first. */
    importance: z.array(z.strictObject({ feature: z.string(), strength: z.number() })),
    /** Which values of the strongest features raise the risk, and how far. */
    contributions: contributionSummarySchema,
    slices: z.array(sliceSchema),
    /** Of the probabilities of the test rows: whoever promotes the model must get the same bits. */
    predictionsSha256: sha256Schema,
  }),
  /** What no model at all reaches: the majority class, and days since the last transaction alone. */
  baselines: z.array(
    z.strictObject({
      name: z.string(),
      rocAuc: z.number().nullable(),
      logLoss: z.number().nullable(),
      accuracy: z.number(),
      /** What the winner is better by on the same rows, with its paired interval: its ROC AUC minus this one's, this log loss minus its. */
      rocAucGain: gainSchema,
      logLossGain: gainSchema,
    }),
  ),
  /** Findings that put the numbers in doubt: a single feature that tells all, labels that teach although they were shuffled, train and test that differ. */
  leakage: z.array(
    z.strictObject({
      check: z.string(),
      passed: z.boolean(),
      /** A phrase in English. */
      finding: z.string(),
      /** What the finding says, for other languages; none in the metrics of models registered before they were kept. */
      facts: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
    }),
  ),
  champion: championComparisonSchema.nullable(),
});

export type BlendEvidence = Readonly<z.infer<typeof blendEvidenceSchema>>;
export type Slice = Readonly<z.infer<typeof sliceSchema>>;
export type ChampionComparison = Readonly<z.infer<typeof championComparisonSchema>>;
export type EvaluationDocument = Readonly<z.infer<typeof evaluationDocumentSchema>>;

export function parseEvaluationDocument(text: string, where: string): EvaluationDocument {
  return parseDocument(evaluationDocumentSchema, 'evaluation', text, where);
}
