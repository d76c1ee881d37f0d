import { formats } from './formats.ts';

const { counted, listed } = formats;
const inDays = (days: number) => counted(days, 'day', 'days');

export const limits = {
  title: 'Limits',
  sameTime:
    'The intervals tell how much another sample of the same customers at the same time would differ. They say nothing about other times: prices, ' +
    'offers and competitors change, and drift-check is there to notice.',
  onePeriod: (testDay: string) =>
    `The test is one period, from ${testDay}: a season or a campaign in it counts as if it were always so.`,
  sameDates:
    'Training and test customers were looked at on the same dates, so the test cannot show how the model ages.',
  undatedFlags:
    'The churn flag has no date, so the figures may partly measure that the model recognises customers who have left already.',
  comeBack: (horizonDays: number) =>
    `A customer counts as having left after ${inDays(horizonDays)} without a transaction, and some of them come back.`,
  forWhom: (rows: number, lookbackDays: number | null) =>
    `The model is for customers like the ${counted(rows, 'test row', 'test rows')}: ` +
    (lookbackDays === null
      ? 'with at least one transaction.'
      : `active in the last ${inDays(lookbackDays)}.`),
  personal: (features: readonly string[]) =>
    `It uses ${listed(features)}: whether that is lawful and fair for the intended use has to be decided by people, and the slices above are a start.`,
  noCause: 'What the model looks at goes with leaving; it need not cause it.',
  noChecks: 'No check for leakage was recorded.',
  checks: 'Checks that could put the figures in doubt',
  checksCaption: 'Checks for leakage',
  checksColumns: { check: 'Check', passed: 'Passed', finding: 'Finding' },
};
