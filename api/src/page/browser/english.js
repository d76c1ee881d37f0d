import { formatsFor } from './formats-for.js';

/** @import { Campaign } from '@churn/shared/schema/campaign' */
/** @import { Labelling } from '@churn/shared/schema/labelling' */

/** @typedef {{ feature: string, description: string, value: number | string | null }} Reason */
/** What features are called, and units that stand beside their values. @typedef {Readonly<Record<string, { phrase: string, unit: string }>>} FeatureWords */
/** @typedef {typeof english} Words */

const formats = formatsFor('en');
const { count, counted, decimal, money, percent } = formats;

/** @type {Readonly<Record<Campaign['rule'], string>>} */
const rules = {
  'expected-profit': 'is the one from where contacting pays',
  'expected-maximum-profit':
    'marks the share of customers that had the highest expected maximum profit on rows held out of training',
  budget: 'marks about as many customers as the budget reaches',
};

export const english = {
  tag: 'en',
  formats,
  regions: ['north', 'northeast', 'central-west', 'southeast', 'south'],
  services: ['voice', 'data', 'sms', 'roaming', 'tv', 'support'],
  /** @type {Readonly<Record<string, string>>} */
  families: {
    'logistic-regression': 'logistic regression',
    'decision-tree': 'decision tree',
    'random-forest': 'random forest',
    'gradient-boosting': 'gradient boosting',
    blend: 'blend of families',
  },
  /** What may stand in a field of the form. @type {Readonly<Record<string, string>>} */
  expected: {
    customerId: 'Expected at most 200 characters.',
    age: 'Expected a whole number of years from 0 to 120.',
    gender: 'Expected at most 200 characters.',
    region: 'Expected at most 200 characters.',
    signupDate: 'Expected a calendar day.',
    asOf: 'Expected a calendar day: what happened before it is looked at.',
    date: 'Expected a calendar day.',
    amount: `Expected an amount with at most 2 decimals, from ${count(-1e10)} to ${count(1e10)}.`,
    service: 'Expected at most 200 characters.',
  },
  /** @type {(most: string) => string} */
  tooManyTransactions: (most) => `Expected at most ${most} transactions.`,
  inputOf: { date: 'Date', amount: 'Amount', service: 'Service' },
  /** @type {(what: string, row: number) => string} */
  ofTransaction: (what, row) => `${what} of transaction ${row}`,
  /** @type {(row: number) => string} */
  removeTransaction: (row) => `Remove transaction ${row}`,
  /** @type {(added: number, refused: readonly { expected: 'date' | 'amount' | 'columns' }[]) => string} */
  pasted: (added, refused) => {
    const expected = {
      date: 'a day as YYYY-MM-DD',
      amount: 'an amount with at most 2 decimals',
      columns: 'date, amount, service',
    };
    const listed = refused
      .slice(0, 5)
      .map(({ expected: what }, index) => `line ${index + 1}: expected ${expected[what]}`);
    if (refused.length > listed.length) listed.push('…');
    const left =
      refused.length === 0
        ? ''
        : ` ${counted(refused.length, 'line is', 'lines are')} left above: ${listed.join('; ')}.`;
    return `${counted(added, 'transaction', 'transactions')} added.${left}`;
  },

  model: {
    family: 'Model',
    promoted: 'Promoted',
    rocAuc: 'ROC AUC',
    baseRate: 'Base rate',
    threshold: 'Threshold',
    question: 'What is predicted',
    /** @type {(revision: number, run: string) => string} */
    revision: (revision, run) => `revision ${revision}, trained by run ${run}`,
    /** @type {(lower: number, upper: number, rows: number, fittedAgain: boolean) => string} */
    interval: (lower, upper, rows, fittedAgain) =>
      `95% interval ${decimal(lower, 3)} to ${decimal(upper, 3)}, on ${count(rows)} test rows; 0.5 is chance, 1 perfect${fittedAgain ? '; measured before the model was fitted again on all rows' : ''}`,
    notMeasured: 'not measured',
    /** @type {(churned: number, rows: number) => string} */
    ofRows: (churned, rows) => `${count(churned)} of ${count(rows)} customers of the test left`,
    /** @type {(campaign: Campaign) => string} */
    rule: ({ rule }) =>
      `From this probability on the decision is to contact the customer. It ${rules[rule]}: `,
    /** @type {(campaign: Campaign) => string} */
    assumptions: ({ customerValue, offerCost, offerSuccess }) =>
      `a leaver loses ${money(customerValue)}, an offer costs ${money(offerCost)} and keeps ${percent(offerSuccess, 0)} of the leavers it reaches.`,
    /** @type {(labelling: Labelling) => string} */
    means: ({ mode, horizonDays }) =>
      mode === 'flag'
        ? 'Whether the customer is marked as having left.'
        : `Whether the customer makes no transaction in the ${counted(horizonDays, 'day', 'days')} from the as-of date.`,
    /** @type {(labelling: Labelling) => string} */
    asked: ({ lookbackDays }) =>
      lookbackDays === null
        ? 'Asked of customers with a transaction before it.'
        : `Asked of customers with a transaction in the ${counted(lookbackDays, 'day', 'days')} before it.`,
    follows: 'This page follows promotions.',
    replaced: 'Another model has just been promoted.',
  },

  answer: {
    asking: 'Asking …',
    /** @type {(probability: number, threshold: number) => string} */
    churn: (probability, threshold) =>
      `${percent(probability)} likely to leave: at or above the threshold of ${percent(threshold)}, so contact this customer.`,
    /** @type {(probability: number, threshold: number) => string} */
    stay: (probability, threshold) =>
      `${percent(probability)} likely to leave: below the threshold of ${percent(threshold)}, so no contact.`,
    budget:
      'With a budget, only a score of all customers (churn score) knows who is among the riskiest that it reaches.',
    /** @type {(probability: number, threshold: number) => string} */
    scale: (probability, threshold) =>
      `Bar from 0% to 100%: probability ${percent(probability)}, threshold ${percent(threshold)}.`,
    /** @type {(threshold: number) => string} */
    mark: (threshold) => `threshold ${percent(threshold)}`,
    /** @type {(customer: string | null, asOf: string) => string} */
    about: (customer, asOf) =>
      `${customer === null ? 'The customer' : `Customer ${customer}`}, as of ${asOf}.`,
    reasons: 'What raises the risk most',
    reasonsNote: 'Bars: what each adds to the log-odds, the scale on which the model sums up.',
    noReasons: 'Nothing raises the risk of this customer: what is known speaks for staying.',
    /** @type {(ignored: number) => string} */
    ignored: (ignored) =>
      `${counted(ignored, 'transaction', 'transactions')} on or after the as-of date ignored.`,
    /** @type {(family: string) => string} */
    saidBy: (family) => `Model: ${family}, SHA-256`,
    outdated: 'The form has changed since this was asked.',
  },

  problem: {
    /** @type {(fields: number) => string} */
    invalid: (fields) => `${counted(fields, 'field', 'fields')} cannot be used. See the form.`,
    /** @type {(lookbackDays: number | null | undefined) => string} */
    notEligible: (lookbackDays) =>
      `This customer is not scored: the model knows customers with a transaction ${lookbackDays == null ? '' : `in the ${counted(lookbackDays, 'day', 'days')} `}before the as-of date. Who has none there is already gone.`,
    noChampion: 'No model is served yet: none has been promoted. This page shows it as soon as one is.',
    draining: 'This API is shutting down. Ask again in a moment.',
    unavailable: 'The API cannot answer now. Ask again in a moment.',
    keyNeeded: 'The API asks for a key. Give it above.',
    keyRefused: 'The API does not accept this key.',
    keyScope: 'This key may not ask this.',
    /** @type {(seconds: number | undefined) => string} */
    tooMany: (seconds) =>
      `Too many questions. Ask again in ${seconds === undefined ? 'a while' : counted(seconds, 'second', 'seconds')}.`,
    tooLarge: 'The question is too long for this API: send fewer transactions.',
    unreachable: 'The API cannot be reached.',
    other: 'The API answers:',
  },

  /**
   * A reason in this language; undefined where only the English of the API tells it.
   * @type {(reason: Reason, features: FeatureWords) => string | undefined}
   */
  reason: ({ description }) => description,
};
