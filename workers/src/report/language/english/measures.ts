import type { MeasureName } from '@churn/shared/artifacts/measures';
import type { MeasureMeaning } from '../measure-meaning.ts';
import { formats } from './formats.ts';

const { decimal, percent } = formats;
const of100 = (value: number | null) => decimal(value === null ? null : value * 100, 0);

export const measures: Readonly<Record<MeasureName, MeasureMeaning>> = {
  rocAuc: {
    title: 'ROC AUC',
    meaning: ({ value }) =>
      `Of a customer who leaves and one who stays, the model gives the leaver the higher risk in ${of100(value)} of 100 pairs; guessing does in 50.`,
  },
  prAuc: {
    title: 'PR AUC',
    meaning: ({ churnShare }) =>
      `Precision averaged over all thresholds; a random order has ${decimal(churnShare)}, the share of leavers.`,
  },
  logLoss: {
    title: 'Log loss',
    meaning: ({ constant }) =>
      `Penalty for wrong probabilities, lower is better; answering the share of leavers for everyone has ${decimal(constant)}.`,
  },
  brier: {
    title: 'Brier score',
    meaning: ({ constant }) =>
      `Mean squared error of the probabilities, lower is better; the share of leavers for everyone has ${decimal(constant)}.`,
  },
  accuracy: {
    title: 'Accuracy',
    meaning: ({ value, constant, churnShare }) =>
      `${of100(value)} of 100 customers are judged rightly at the threshold; saying that everybody ` +
      `${churnShare > 0.5 ? 'leaves' : 'stays'} judges ${of100(constant)} rightly` +
      `${(value ?? 0) < constant ? ' (the threshold is set for profit, not for this)' : ''}.`,
  },
  precision: {
    title: 'Precision',
    meaning: ({ value }) => `Of 100 customers marked as leaving, ${of100(value)} leave.`,
  },
  recall: {
    title: 'Recall',
    meaning: ({ value }) => `Of 100 customers who leave, ${of100(value)} are marked.`,
  },
  f1: {
    title: 'F1',
    meaning: () => 'Harmonic mean of precision and recall: high only where both are.',
  },
  calibrationSlope: {
    title: 'Calibration slope',
    meaning: ({ value }) =>
      `1 is right; ${value !== null && value < 1 ? 'below 1 high risks are exaggerated and low ones belittled' : 'above 1 probabilities are too timid'}.`,
  },
  calibrationIntercept: {
    title: 'Calibration intercept',
    meaning: ({ value }) =>
      `0 is right; ${value !== null && value < 0 ? 'below 0 fewer customers leave than predicted' : 'above 0 more customers leave than predicted'}.`,
  },
  calibrationError: {
    title: 'Calibration error',
    meaning: () => 'Mean distance between predicted and observed share in groups of similar risk.',
  },
  liftAt10: {
    title: 'Lift at 10%',
    meaning: ({ value }) =>
      `The riskiest tenth holds ${decimal(value, 1)} times as many leavers as a tenth taken at random.`,
  },
  capturedAt10: {
    title: 'Captured at 10%',
    meaning: ({ value }) => `${percent(value, 0)} of all leavers are in the riskiest tenth.`,
  },
  profitPerCustomer: {
    title: 'Profit a customer',
    meaning: () =>
      'Expected profit, in currency units for each customer of the base, of contacting everyone at or above the threshold.',
  },
  profitAboveRandom: {
    title: 'Profit above random',
    meaning: () =>
      'What of that profit comes from choosing: as many customers taken at random would bring so much less.',
  },
  mpc: {
    title: 'Maximum profit (MPC)',
    meaning: () => 'Profit a customer at the best of all thresholds, which is known only afterwards.',
  },
  empc: {
    title: 'Expected maximum profit (EMPC)',
    meaning: () =>
      'The same, averaged over how well the offer may work: its success rate is not known exactly.',
  },
  optimalFraction: {
    title: 'Best share to contact',
    meaning: () => 'Share of the customers, riskiest first, that the expected maximum profit contacts.',
  },
  capturedWithinBudget: {
    title: 'Captured within the budget',
    meaning: ({ value }) =>
      value === null
        ? 'The campaign has no budget.'
        : `${percent(value, 0)} of all leavers are among the riskiest customers that the budget reaches.`,
  },
  profitWithinBudget: {
    title: 'Profit within the budget',
    meaning: ({ value }) =>
      value === null
        ? 'The campaign has no budget.'
        : 'Expected profit, for each customer of the base, of contacting the riskiest customers that the budget reaches.',
  },
};
