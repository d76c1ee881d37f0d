import { z } from 'zod';
import { campaignSchema } from '../schema/campaign.ts';
import { modelFamilyNames } from '../schema/model-family-name.ts';
import { sha256Schema } from '../schema/sha256-schema.ts';
import { contributionSummarySchema } from './contribution-summary.ts';
import { datasetDescriptionSchema } from './dataset-description.ts';
import { hyperparametersSchema } from './model-document.ts';
import { parseDocument } from './parse-document.ts';

/** A value and its bootstrap interval over the rows it was measured on; null where the rows have no such value. */
const intervalSchema = z.strictObject({
  value: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
});

/** The measures of a scored set of rows. Thresholded ones (accuracy to F1) hold at the model's threshold, those within the budget exist where the campaign has one. */
export const measureNames = [
  'rocAuc',
  'prAuc',
  'logLoss',
  'brier',
  'accuracy',
  'precision',
  'recall',
  'f1',
  'calibrationSlope',
  'calibrationIntercept',
  'calibrationError',
  'liftAt10',
  'capturedAt10',
  'profitPerCustomer',
  'profitAboveRandom',
  'mpc',
  'empc',
  'optimalFraction',
  'capturedWithinBudget',
  'profitWithinBudget',
] as const;

export type MeasureName = (typeof measureNames)[number];

/** Measures that models registered by earlier versions lack: read as not measured, so that a champion stays readable. */
const laterMeasures = measureNames.slice(measureNames.indexOf('profitAboveRandom'));
const notMeasured = { value: null, lower: null, upper: null };

export const measuresSchema = z.preprocess(
  (measures) => ({
    ...Object.fromEntries(laterMeasures.map((name) => [name, notMeasured])),
    ...Object(measures),
  }),
  z.record(z.enum(measureNames), intervalSchema),
);

/** Null in the metrics of models registered before gains were measured. */
const gainSchema = intervalSchema.nullable().default(null);

/** Name of the baseline of days since the last transaction alone, which the gate asks a model to beat. */
export const recencyBaseline = 'recency only';

const point = z.tuple([z.number(), z.number()]);

const curvesSchema = z.strictObject({
  /** False positive rate, true positive rate. */
  roc: z.array(point),
  /** Recall, precision. */
  precisionRecall: z.array(point),
  /** Ten bins of equal counts by predicted probability. */
  calibration: z.array(
    z.strictObject({ predicted: z.number(), observed: z.number(), rows: z.number().int() }),
  ),
  /** Share of customers contacted (riskiest first), share of churners among them. */
  gain: z.array(point),
  /** Threshold, expected profit a customer. */
  profit: z.array(point),
});

const confusionSchema = z.strictObject({
  truePositives: z.number().int(),
  falsePositives: z.number().int(),
  trueNegatives: z.number().int(),
  falseNegatives: z.number().int(),
});

const candidateSchema = z.strictObject({
  modelSha256: z.string(),
  family: z.enum(modelFamilyNames),
  hyperparameters: hyperparametersSchema,
  calibration: z.enum(['none', 'sigmoid', 'isotonic']),
  threshold: z.number(),
  /** Bytes of the model document. */
  bytes: z.number().int(),
  /** Out-of-fold scores on rows that no test saw; the candidates are chosen by `logLoss` of these. */
  selection: z.strictObject({ rows: z.number().int(), logLoss: z.number(), rocAuc: z.number() }),
  measures: measuresSchema,
  confusion: confusionSchema,
  curves: curvesSchema,
});

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

/** Whether a blend of families was better than the best of them by more than chance, on the rows held out of the training. */
const blendEvidenceSchema = z.strictObject({
  bestSingle: z.enum(modelFamilyNames),
  /** Log loss of the best single family minus that of the blend. */
  advantage: z.number(),
  /** Of the advantage, customers drawn at random. */
  standardError: z.number(),
  /** Whether the advantage was more than one standard error. */
  chosen: z.boolean(),
});

/** Champion against winner on the same test rows; differences are winner − champion. */
const championComparisonSchema = z.strictObject({
  modelSha256: z.string(),
  /** Why the champion could not be scored on these rows; null where it could. */
  incomparable: z.string().nullable(),
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

export type Interval = Readonly<z.infer<typeof intervalSchema>>;
export type BlendEvidence = Readonly<z.infer<typeof blendEvidenceSchema>>;
export type Measures = Readonly<z.infer<typeof measuresSchema>>;
export type Confusion = Readonly<z.infer<typeof confusionSchema>>;
export type Candidate = Readonly<z.infer<typeof candidateSchema>>;
export type Slice = Readonly<z.infer<typeof sliceSchema>>;
export type ChampionComparison = Readonly<z.infer<typeof championComparisonSchema>>;
export type EvaluationDocument = Readonly<z.infer<typeof evaluationDocumentSchema>>;

export function parseEvaluationDocument(text: string, where: string): EvaluationDocument {
  return parseDocument(evaluationDocumentSchema, 'evaluation', text, where);
}
