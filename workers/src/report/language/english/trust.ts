import type { CampaignRule } from '@churn/shared/schema/campaign';
import type { RichText } from '../../table.ts';
import type { BaselineFacts } from '../baseline-facts.ts';
import { sentenceCase } from '../sentence-case.ts';
import { againstBaseline } from './against-baseline.ts';
import { formats } from './formats.ts';

const { count, decimal, listed, percent } = formats;
const of100 = (share: number) => decimal(share * 100, 0);

const nobodyBecause: Readonly<Record<CampaignRule, string>> = {
  'expected-profit':
    'from where contacting pays under the assumptions about the campaign: contact nobody, or check the assumptions.',
  'expected-maximum-profit':
    'the threshold of the highest expected maximum profit on rows held out of training: contact nobody, or check the assumptions about the campaign.',
  budget:
    'the threshold that the budget reached among earlier customers: let churn score choose, which marks the riskiest that the campaign allows.',
};

export const trust = {
  title: 'Summary: may this model be trusted?',
  labels: { good: 'Yes', care: 'With reserve', bad: 'No' },
  answerGivenAway: 'This model must not be trusted: a single feature seems to know the answer already.',
  leaking:
    'This model must not be trusted: a check for leakage failed, so every figure here may be too good.',
  noBetterThanChance: 'This model must not be trusted: it orders customers no better than chance.',
  trusted: 'This model may be trusted to order customers by risk and to say how large the risk is.',
  withReserve: (calibrated: boolean) =>
    `This model may be used to order customers by risk${calibrated ? '' : ', not for its probabilities'}, with the reserves below.`,
  inOneSentence: (v: {
    family: string;
    rows: number;
    churnShare: number;
    auc: number | null;
    lower: number | null;
    upper: number | null;
  }) =>
    `${sentenceCase(v.family)}, tested on ${count(v.rows)} customers it had not seen, of whom ${percent(v.churnShare)} left, ` +
    `reaches a ROC AUC of ${decimal(v.auc)} (95% interval ${decimal(v.lower)} to ${decimal(v.upper)}; chance is 0.5).`,
  reserves: 'Reserves',
  undatedFlags: (gapDays: number) =>
    'The churn column has no date. Customers may have left before the day the features look back from, so features of ' +
    'recency may describe churn instead of predicting it, and every figure here may be too good' +
    (gapDays === 0
      ? '.'
      : `; features end ${count(gapDays)} days before the flags, which guards against those only who left within that time.`),
  notAboveBaseline: (v: BaselineFacts) =>
    `It is not shown to be better than "${v.baseline}": ${againstBaseline(v)}.`,
  uncalibrated: (v: { error: number | null; largest: number; slope: number | null }) =>
    `Its probabilities are off: ${percent(v.error)} on average (at most ${percent(v.largest, 0)} is good), slope ${decimal(v.slope, 2)} where 1 is right.`,
  fewLeavers: (leavers: number, enough: number) =>
    `Only ${count(leavers)} test customers left (${count(enough)} or more are needed for narrow intervals).`,
  failedCheck: (check: string) => `The check "${check}" failed: `,
  uses: 'What for',
  useless: 'Use it for nothing but finding out what is wrong with the data or the labels.',
  chooseWhom: (v: { captured: number | null; precision: number | null; churnShare: number }) =>
    `Choose whom to contact: the riskiest tenth of the customers holds ${percent(v.captured, 0)} of all leavers.` +
    (v.precision === null
      ? ''
      : ` Of 100 customers marked as leaving ${of100(v.precision)} leave, of 100 customers taken at random ${of100(v.churnShare)}.`),
  countWithProbabilities:
    'Count with its probabilities, as expected losses or to set a budget: predicted and observed shares agree.',
  noProbabilities: 'Do not count with its probabilities: predicted and observed shares differ.',
  noCause:
    'Do not read it as a cause: what the model looks at goes with leaving, changing it need not keep anyone. Whether an offer ' +
    'works is shown only by a trial with a control group.',
  nextSteps: 'Recommendation',
  doNotPromote: 'Do not promote it. The gate was not asked for this evaluation.',
  askGate: (command: string): RichText => [
    'The gate was not asked for this evaluation: run ',
    { code: command },
    '.',
  ],
  considerRollback: [
    'It is in service, which this page does not support: consider ',
    { code: 'churn rollback' },
    '.',
  ] as RichText,
  inService: [
    'It is in service. Score the next export with ',
    { code: 'churn score' },
    ', and compare it with the training data by ',
    { code: 'churn drift-check' },
    ' before the predictions are used.',
  ] as RichText,
  refused: (rules: readonly string[]) =>
    `The gate refused it${rules.length === 0 ? '' : ` (by ${listed(rules)})`}: nothing changes in service. The reasons stand under "The model in service, and the gate".`,
  contactByOrder:
    'Contact the riskiest customers, as many as the budget allows, rather than those above the threshold: the threshold ' +
    'presumes that the probabilities are right.',
  contactNobody: (v: { threshold: number; rule: CampaignRule }) =>
    `No test customer has a risk of ${percent(v.threshold)} or more, ${nobodyBecause[v.rule]}`,
  contact: (v: { threshold: number; share: number; leaving: number }) =>
    `Contact customers with a risk of ${percent(v.threshold)} or more: ${percent(v.share, 0)} of the customers, of whom ` +
    `${percent(v.leaving, 0)} would leave. If fewer can be contacted, start with the riskiest.`,
};
