import { z } from 'zod';
import { modelFamilyNames } from '../schema/model-family-name.ts';
import { measuresSchema } from './measures.ts';
import { hyperparametersSchema } from './model-document.ts';

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

/** One model of a run with its test measures and curves. */
export const candidateSchema = z.strictObject({
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

export type Confusion = Readonly<z.infer<typeof confusionSchema>>;
export type Candidate = Readonly<z.infer<typeof candidateSchema>>;
