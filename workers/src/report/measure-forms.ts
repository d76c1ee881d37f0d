import { type MeasureName, type Measures, measureNames } from '@churn/shared/artifacts/measures';
import { baseRateLogLoss } from '@churn/shared/metrics/base-rate-log-loss';
import type { Formats } from './language/formats-for.ts';
import type { Language } from './language/language.ts';

/** Every measure in the order in which it is read: ordering, probabilities, decisions, use. */
const forms: Readonly<Record<MeasureName, (formats: Formats) => (value: number | null) => string>> = {
  rocAuc: ({ decimal }) => decimal,
  prAuc: ({ decimal }) => decimal,
  logLoss: ({ decimal }) => decimal,
  brier: ({ decimal }) => decimal,
  accuracy: ({ percent }) => percent,
  precision: ({ percent }) => percent,
  recall: ({ percent }) => percent,
  f1: ({ decimal }) => decimal,
  calibrationSlope: twoDigits,
  calibrationIntercept: twoDigits,
  calibrationError: ({ percent }) => percent,
  liftAt10: twoDigits,
  capturedAt10: ({ percent }) => percent,
  profitPerCustomer: ({ money }) => money,
  profitAboveRandom: ({ money }) => money,
  mpc: ({ money }) => money,
  empc: ({ money }) => money,
  optimalFraction: ({ percent }) => percent,
  capturedWithinBudget: ({ percent }) => percent,
  profitWithinBudget: ({ money }) => money,
};

function twoDigits({ decimal }: Formats) {
  return (value: number | null) => decimal(value, 2);
}

export interface MeasureForm {
  readonly name: MeasureName;
  readonly title: string;
  readonly format: (value: number | null) => string;
  readonly meaning: (measures: Measures, churnShare: number) => string;
}

export function measureForms({ formats, measures: words }: Language): readonly MeasureForm[] {
  return measureNames.map((name) => ({
    name,
    title: words[name].title,
    format: (value) => forms[name](formats)(value),
    meaning: (measures, churnShare) =>
      words[name].meaning({
        value: measures[name].value,
        churnShare,
        constant: constantAnswer(name, churnShare),
      }),
  }));
}

/** What the same answer for everyone reaches. */
function constantAnswer(name: MeasureName, churnShare: number): number {
  if (name === 'logLoss') return baseRateLogLoss(churnShare);
  if (name === 'brier') return churnShare * (1 - churnShare);
  return Math.max(churnShare, 1 - churnShare);
}
