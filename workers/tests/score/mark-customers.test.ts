import { campaignSchema } from '@churn/shared/schema/campaign';
import { describeContacts } from '../../src/score/describe-contacts.ts';
import { markCustomers } from '../../src/score/mark-customers.ts';

const probabilities = Float64Array.of(0.3, 0.9, 0.3, 0.1, 0.3, 0.6);
const model = (changes: object = {}) => ({
  campaign: campaignSchema.parse({ customerValue: 200, offerCost: 10, offerSuccess: 0.2, ...changes }),
  threshold: 0.25,
});
const budget = (customers: number, changes: object = {}) =>
  model({ rule: 'budget', budget: { customers }, ...changes });
const marked = (of: ReturnType<typeof model>) => [...markCustomers(probabilities, of)];

test('without a budget everyone at or above the threshold is marked', () => {
  expect(marked(model())).toEqual([1, 1, 1, 0, 1, 1]);
  expect(marked({ ...model(), threshold: 0.6 })).toEqual([0, 1, 0, 0, 0, 1]);
});

test.each([
  [1, [0, 1, 0, 0, 0, 0]],
  [3, [1, 1, 0, 0, 0, 1]],
  [4, [1, 1, 1, 0, 0, 1]],
  [5, [1, 1, 1, 0, 1, 1]],
])('a budget for %i marks exactly as many, of equal risk those that come first', (customers, expected) => {
  expect(marked(budget(customers))).toEqual(expected);
});

test('a budget is not spent below the break-even, unless told', () => {
  expect(marked(budget(6))).toEqual([1, 1, 1, 0, 1, 1]);
  expect(marked(budget(6, { belowBreakEven: true }))).toEqual([1, 1, 1, 1, 1, 1]);
  expect(marked(budget(60, { belowBreakEven: true }))).toEqual([1, 1, 1, 1, 1, 1]);
  expect(marked(budget(3, { offerCost: 100 }))).toEqual([0, 0, 0, 0, 0, 0]);
});

test('the threshold of the model does not bind a budget', () => {
  expect(marked({ ...budget(2), threshold: 0.95 })).toEqual([0, 1, 0, 0, 0, 1]);
});

test('nobody to score is nobody to mark', () => {
  expect([...markCustomers(new Float64Array(0), budget(3))]).toEqual([]);
});

test('the summary says how many are marked, what they cost at most and bring, and what is left of a budget', () => {
  const of = budget(5, { offerCost: 40, contactCost: 2, offerPaidTo: 'accepting', offerSuccess: 0.5 });
  const marks = markCustomers(probabilities, of);
  const { metrics, warnings } = describeContacts(probabilities, marks, of);
  const profitOf = (p: number) => p * (0.5 * (200 - 40) - 2) - (1 - p) * (40 + 2);
  expect(metrics).toMatchObject({
    rule: 'budget',
    budgetContacts: 5,
    churn: 2,
    lowestMarked: 0.6,
    highestCost: 84,
  });
  expect(metrics.expectedProfit).toBeCloseTo(profitOf(0.9) + profitOf(0.6), 10);
  expect(warnings).toEqual([
    'The budget is for 5 customers, 2 are marked: contacting the others is not expected to pay.',
  ]);
});
