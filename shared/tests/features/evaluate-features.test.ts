import { evaluateFeatures } from '../../src/features/evaluate-features.ts';
import { featureList } from '../../src/features/feature-list.ts';
import { featureRowsToMatrix } from '../../src/features/feature-rows-to-matrix.ts';
import { riskReasons } from '../../src/features/risk-reasons.ts';

const asOfDay = 20_000;
const customer = {
  customerId: '1',
  age: 40,
  gender: 'female',
  signupDay: asOfDay - 400,
  region: null,
};
/** Days with a transaction: 100, 40 (two) and 10 days before as-of, the last with a refund. */
const transactions = [
  { day: asOfDay - 100, amountMinor: 1000, service: 'voice' },
  { day: asOfDay - 40, amountMinor: 2000, service: 'data' },
  { day: asOfDay - 40, amountMinor: 3000, service: 'voice' },
  { day: asOfDay - 10, amountMinor: -500, service: null },
  { day: asOfDay, amountMinor: 9900, service: 'later' },
];

test('features equal the values worked out by hand', () => {
  expect(evaluateFeatures(customer, transactions, asOfDay)).toMatchObject({
    age: 40,
    gender: 'female',
    region: null,
    tenure_days: 400,
    signup_known: 1,
    transactions_30: 1,
    transactions_90: 3,
    transactions_all: 4,
    active_days_90: 2,
    active_days_all: 3,
    services_90: 2,
    refunds_90: 1,
    refunded_all: 5,
    amount_90: 45,
    amount_all: 55,
    mean_amount_all: 13.75,
    smallest_amount_all: -5,
    largest_amount_all: 30,
    days_since_last: 10,
    days_since_first: 100,
    days_since_purchase: 40,
    active_span_days: 90,
    gap_mean: 45,
    gap_max: 60,
    gap_last: 30,
    gap_sd: Math.sqrt(450),
    silence_relative: 10 / 45,
    transactions_trend_30: 0.5,
    refund_share: 0.25,
    refunded_share: 5 / 60,
    last_amount: -5,
    last_amount_relative: -5 / 13.75,
    mean_amount_trend_90: 15 / 13.75,
    activity_center: 190 / 400,
    activity_center_180: 190 / 720,
    active_months_180: 3,
    weekend_share_all: 0.5,
    top_service: 'voice',
    top_service_share: 2 / 3,
    service_concentration: 5 / 9,
    services_dropped: 0,
    voice_share: 2 / 3,
    tv_share: 0,
    support_transactions_90: 0,
    days_since_support: null,
    transactions_coming_season: 0,
    coming_season_share: 0,
    season_trend_90: null,
  });
});

test('a customer without a past has no times and no ratios, and counts of zero', () => {
  const values = evaluateFeatures({ ...customer, signupDay: asOfDay }, transactions.slice(4), asOfDay);
  expect(values).toMatchObject({
    tenure_days: null,
    signup_known: 0,
    transactions_all: 0,
    amount_all: 0,
    days_since_last: null,
    gap_mean: null,
    mean_amount_all: null,
    top_service: null,
  });
});

test('a window of 30 days holds the 30th day before as-of and not the 31st', () => {
  const at = (age: number) => [{ day: asOfDay - age, amountMinor: 1, service: null }];
  expect(evaluateFeatures(customer, at(30), asOfDay).transactions_30).toBe(1);
  expect(evaluateFeatures(customer, at(31), asOfDay).transactions_30).toBe(0);
});

test('the coming season is that of a year ago: the 90 days from as-of minus 365 days', () => {
  const at = (age: number) => ({ day: asOfDay - age, amountMinor: 1, service: null });
  const history = [366, 365, 276, 275].map(at);
  expect(evaluateFeatures(customer, history, asOfDay)).toMatchObject({
    transactions_coming_season: 2,
    coming_season_share: 2 / 3,
    season_trend_90: 0,
  });
});

test('contacts with support are counted and dated', () => {
  const at = (age: number) => ({ day: asOfDay - age, amountMinor: 0, service: 'support' });
  expect(evaluateFeatures(customer, [at(31), at(20)], asOfDay)).toMatchObject({
    support_transactions_30: 1,
    support_transactions_90: 2,
    days_since_support: 20,
    support_share: 1,
  });
});

test('an amount that is no whole number of hundredths is refused', () => {
  const half = [{ day: asOfDay - 1, amountMinor: 0.5, service: null }];
  expect(() => evaluateFeatures(customer, half, asOfDay)).toThrow('expected amounts in whole hundredths');
});

test('every feature has a name of its own, a description and a unit', () => {
  expect(new Set(featureList.map(({ name }) => name)).size).toBe(featureList.length);
  expect(featureList.every(({ description, unit }) => description !== '' && unit !== '')).toBe(true);
});

test('rows become columns in the order of the list, missing numbers NaN and missing texts -1', () => {
  const matrix = featureRowsToMatrix([evaluateFeatures(customer, [], asOfDay)]);
  expect(matrix.columns.map(({ name }) => name)).toEqual(featureList.map(({ name }) => name));
  expect(matrix.columns.find(({ name }) => name === 'region')).toMatchObject({ levels: [] });
  expect(matrix.columns.find(({ name }) => name === 'days_since_last')).toMatchObject({
    values: Float64Array.of(Number.NaN),
  });
});

test('reasons are the strongest features that raise the risk, with their values', () => {
  const matrix = featureRowsToMatrix([evaluateFeatures(customer, transactions, asOfDay)]);
  const contributions = new Float64Array(featureList.length);
  const position = (name: string) => featureList.findIndex((feature) => feature.name === name);
  contributions[position('region')] = 0.2;
  contributions[position('days_since_last')] = 0.7;
  contributions[position('age')] = -0.9;
  contributions[position('transactions_90')] = 0.1;
  contributions[position('tenure_days')] = 0.05;
  expect(riskReasons(matrix, contributions, 0)).toEqual([
    {
      feature: 'days_since_last',
      description: 'time since the last transaction (10 days)',
      value: 10,
      unit: 'days',
      contribution: 0.7,
    },
    {
      feature: 'region',
      description: "the customer's region (unknown)",
      value: null,
      unit: 'category',
      contribution: 0.2,
    },
    {
      feature: 'transactions_90',
      description: 'number of transactions in the last 90 days (3)',
      value: 3,
      unit: 'transactions',
      contribution: 0.1,
    },
  ]);
});
