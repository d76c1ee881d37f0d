import type { MeasureName, Measures } from '@churn/shared/artifacts/evaluation-document';
import { decimal, money, percent } from './format-number.ts';

export interface MeasureMeaning {
  readonly name: MeasureName;
  readonly title: string;
  readonly format: (value: number | null) => string;
  /** What the value says, in one sentence. */
  readonly meaning: (measures: Measures, churnShare: number) => string;
}

const of100 = (value: number | null) => decimal(value === null ? null : value * 100, 0);

/** Every measure in the order in which it is read: ordering, probabilities, decisions, use. */
export const measureMeanings: readonly MeasureMeaning[] = [
  {
    name: 'rocAuc',
    title: 'ROC AUC',
    format: decimal,
    meaning: ({ rocAuc }) =>
      `Of a customer who leaves and one who stays, the model gives the leaver the higher risk in ${of100(rocAuc.value)} of 100 pairs; guessing does in 50.`,
  },
  {
    name: 'prAuc',
    title: 'PR AUC',
    format: decimal,
    meaning: (_, churnShare) =>
      `Precision averaged over all thresholds; a random order has ${decimal(churnShare)}, the share of leavers.`,
  },
  {
    name: 'logLoss',
    title: 'Log loss',
    format: decimal,
    meaning: (_, churnShare) =>
      `Penalty for wrong probabilities, lower is better; answering the share of leavers for everyone has ${decimal(entropy(churnShare))}.`,
  },
  {
    name: 'brier',
    title: 'Brier score',
    format: decimal,
    meaning: (_, churnShare) =>
      `Mean squared error of the probabilities, lower is better; the share of leavers for everyone has ${decimal(churnShare * (1 - churnShare))}.`,
  },
  {
    name: 'accuracy',
    title: 'Accuracy',
    format: percent,
    meaning: accuracyMeaning,
  },
  {
    name: 'precision',
    title: 'Precision',
    format: percent,
    meaning: ({ precision }) => `Of 100 customers marked as leaving, ${of100(precision.value)} leave.`,
  },
  {
    name: 'recall',
    title: 'Recall',
    format: percent,
    meaning: ({ recall }) => `Of 100 customers who leave, ${of100(recall.value)} are marked.`,
  },
  {
    name: 'f1',
    title: 'F1',
    format: decimal,
    meaning: () => 'Harmonic mean of precision and recall: high only where both are.',
  },
  {
    name: 'calibrationSlope',
    title: 'Calibration slope',
    format: (value) => decimal(value, 2),
    meaning: ({ calibrationSlope: { value } }) =>
      `1 is right; ${value !== null && value < 1 ? 'below 1 high risks are exaggerated and low ones belittled' : 'above 1 probabilities are too timid'}.`,
  },
  {
    name: 'calibrationIntercept',
    title: 'Calibration intercept',
    format: (value) => decimal(value, 2),
    meaning: ({ calibrationIntercept: { value } }) =>
      `0 is right; ${value !== null && value < 0 ? 'below 0 fewer customers leave than predicted' : 'above 0 more customers leave than predicted'}.`,
  },
  {
    name: 'calibrationError',
    title: 'Calibration error',
    format: percent,
    meaning: () => 'Mean distance between predicted and observed share in groups of similar risk.',
  },
  {
    name: 'liftAt10',
    title: 'Lift at 10\u00a0%',
    format: (value) => decimal(value, 2),
    meaning: ({ liftAt10 }) =>
      `The riskiest tenth holds ${decimal(liftAt10.value, 1)} times as many leavers as a tenth taken at random.`,
  },
  {
    name: 'capturedAt10',
    title: 'Captured at 10\u00a0%',
    format: percent,
    meaning: ({ capturedAt10 }) =>
      `${percent(capturedAt10.value, 0)} of all leavers are in the riskiest tenth.`,
  },
  {
    name: 'profitPerCustomer',
    title: 'Profit a customer',
    format: money,
    meaning: () =>
      'Expected profit, in currency units for each customer of the base, of contacting everyone at or above the threshold.',
  },
  {
    name: 'profitAboveRandom',
    title: 'Profit above random',
    format: money,
    meaning: () =>
      'What of that profit comes from choosing: as many customers taken at random would bring so much less.',
  },
  {
    name: 'mpc',
    title: 'Maximum profit (MPC)',
    format: money,
    meaning: () => 'Profit a customer at the best of all thresholds, which is known only afterwards.',
  },
  {
    name: 'empc',
    title: 'Expected maximum profit (EMPC)',
    format: money,
    meaning: () =>
      'The same, averaged over how well the offer may work: its success rate is not known exactly.',
  },
  {
    name: 'optimalFraction',
    title: 'Best share to contact',
    format: percent,
    meaning: () => 'Share of the customers, riskiest first, that the expected maximum profit contacts.',
  },
];

/** Log loss of answering the share for everyone. */
function entropy(share: number): number {
  if (share === 0 || share === 1) return 0;
  return -(share * Math.log(share) + (1 - share) * Math.log(1 - share));
}

function accuracyMeaning({ accuracy }: Measures, churnShare: number): string {
  const constant = Math.max(churnShare, 1 - churnShare);
  const said = churnShare > 0.5 ? 'leaves' : 'stays';
  return (
    `${of100(accuracy.value)} of 100 customers are judged rightly at the threshold; saying that everybody ${said} judges ` +
    `${of100(constant)} rightly${(accuracy.value ?? 0) < constant ? ' (the threshold is set for profit, not for this)' : ''}.`
  );
}
