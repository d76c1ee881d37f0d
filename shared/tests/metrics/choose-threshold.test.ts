import fc from 'fast-check';
import { campaignProfit, profitThreshold } from '../../src/metrics/campaign-profit.ts';
import { chooseThreshold } from '../../src/metrics/choose-threshold.ts';
import { confusionOfGroups } from '../../src/metrics/confusion.ts';
import {
  contactsWithinBudget,
  measureWithinBudget,
  shareWithinBudget,
} from '../../src/metrics/contact-budget.ts';
import { expectedMaximumProfit } from '../../src/metrics/maximum-profit.ts';
import { groupByProbability } from '../../src/metrics/score-groups.ts';
import { thresholdOfShare } from '../../src/metrics/threshold-of-share.ts';
import { campaignSchema } from '../../src/schema/campaign.ts';
import { anyRows, uniformRows } from './scored-rows.ts';

const campaign = (changes: object = {}) =>
  campaignSchema.parse({ customerValue: 200, offerCost: 10, offerSuccess: 0.25, ...changes });
const groupsOf = ({ labels, probabilities }: ReturnType<typeof uniformRows>) =>
  groupByProbability(labels, probabilities);
const tenRows = groupByProbability(
  Uint8Array.of(1, 1, 0, 1, 0, 0, 1, 0, 0, 0),
  Float64Array.of(0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0),
);

test('without a word about the rule, the threshold is cost / (success · value), whatever was predicted', () => {
  expect(chooseThreshold(campaign(), tenRows, 10)).toBe(10 / (0.25 * 200));
  expect(chooseThreshold(campaign(), groupsOf(uniformRows(1, 50)), 10)).toBe(10 / (0.25 * 200));
});

test('the expected maximum profit marks the share that it contacts', () => {
  const rule = campaign({ rule: 'expected-maximum-profit' });
  const groups = groupsOf(uniformRows(2, 5_000));
  const threshold = chooseThreshold(rule, groups, 5_000);
  const { truePositives, falsePositives } = confusionOfGroups(groups, threshold);
  const { fraction } = expectedMaximumProfit(groups, rule);
  expect(Math.abs((truePositives + falsePositives) / 5_000 - fraction)).toBeLessThanOrEqual(0.5 / 5_000);
});

test('where probabilities hold and the success rate is known well, both rules nearly agree', () => {
  const known = { offerTrials: 1e6 };
  const groups = groupsOf(uniformRows(3, 50_000));
  const threshold = chooseThreshold(campaign({ ...known, rule: 'expected-maximum-profit' }), groups, 50_000);
  expect(Math.abs(threshold - profitThreshold(campaign(known)))).toBeLessThan(0.05);
});

test.each([
  [3, 0.7],
  [1, 0.9],
  [8, 0.2],
  [9, 0.2],
  [100, 0.2],
])(
  'a budget for %i of 10 customers marks from %d on, nobody below the break-even of 0.2',
  (customers, expected) => {
    const budget = campaign({ rule: 'budget', budget: { customers } });
    expect(chooseThreshold(budget, tenRows, 10)).toBe(expected);
  },
);

test('a budget is for all customers, of whom the predictions may be of a part', () => {
  const budget = campaign({ rule: 'budget', budget: { customers: 3_000 } });
  expect(chooseThreshold(budget, tenRows, 10_000)).toBe(0.7);
});

test('told so, a budget is spent below the break-even, too', () => {
  const budget = campaign({ rule: 'budget', budget: { customers: 9 }, belowBreakEven: true });
  expect(chooseThreshold(budget, tenRows, 10)).toBe(0.1);
});

test('an amount of money reaches as many as it can pay at most, to the cent', () => {
  const contacts = (amount: number, offerCost: number, contactCost: number) =>
    contactsWithinBudget(campaign({ rule: 'budget', budget: { amount }, offerCost, contactCost }));
  expect(contacts(100, 10, 0)).toBe(10);
  expect(contacts(109.99, 10, 1)).toBe(9);
  expect(contacts(0.3, 0.1, 0)).toBe(3);
  expect(contacts(5, 10, 0)).toBe(0);
  expect(contactsWithinBudget(campaign())).toBeNull();
  expect(shareWithinBudget(campaign({ rule: 'budget', budget: { customers: 20 } }), 10)).toBe(1);
});

test('within a budget for everyone the profit is that of the break-even threshold', () => {
  fc.assert(
    fc.property(anyRows, ({ labels, probabilities }) => {
      const budget = campaign({ rule: 'budget', budget: { customers: 1_000 } });
      const groups = groupByProbability(labels, probabilities);
      const atThreshold = campaignProfit(confusionOfGroups(groups, profitThreshold(budget)), budget);
      expect(measureWithinBudget(groups, budget, 1).profit).toBeCloseTo(atThreshold, 10);
    }),
  );
});

test('within a budget the riskiest count, rows of one probability in equal parts', () => {
  const budget = campaign({ rule: 'budget', budget: { customers: 1 } });
  const tied = groupByProbability(Uint8Array.of(1, 1, 0, 0), Float64Array.of(0.9, 0.5, 0.5, 0.1));
  expect(measureWithinBudget(tied, budget, 0.5)).toEqual({
    captured: 1.5 / 2,
    profit: (0.25 * 200 * 1.5 - 10 * 2) / 4,
  });
});

test('the share nearest to the wanted one decides, nobody among them', () => {
  const tied = groupByProbability(Uint8Array.of(1, 0, 0, 0), Float64Array.of(0.5, 0.5, 0.5, 0.1));
  expect([0, 0.3, 0.4, 0.8, 1].map((share) => thresholdOfShare(tied, share))).toEqual([1, 1, 0.5, 0.5, 0.1]);
});

test.each([
  ['the rule budget without one', { rule: 'budget' }, 'expected a number of customers or an amount'],
  ['a budget for another rule', { budget: { customers: 5 } }, 'expected no budget but for the rule budget'],
  ['below the break-even for another rule', { belowBreakEven: true }, 'for the rule budget only'],
])('%s is refused', (_what, changes, message) => {
  expect(() => campaign(changes)).toThrow(message);
});
