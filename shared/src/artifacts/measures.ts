import { z } from 'zod';

/** A value and its bootstrap interval over the rows it was measured on; null where the rows have no such value. */
export const intervalSchema = z.strictObject({
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

export type Interval = Readonly<z.infer<typeof intervalSchema>>;
export type Measures = Readonly<z.infer<typeof measuresSchema>>;
