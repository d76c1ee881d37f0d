import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expectedMaximumProfit, maximumProfit } from '../../src/metrics/maximum-profit.ts';
import { groupByScore } from '../../src/metrics/score-groups.ts';
import { thresholdOfShare } from '../../src/metrics/threshold-of-share.ts';
import { campaignSchema } from '../../src/schema/campaign.ts';
import { anyRows } from './scored-rows.ts';

interface EmpulseCase {
  readonly name: string;
  readonly labels: readonly number[];
  readonly scores: readonly number[];
  readonly clv: number;
  readonly incentive_cost: number;
  readonly contact_cost: number;
  readonly alpha: number;
  readonly beta: number;
  readonly mpc: number;
  readonly mpcFraction: number;
  readonly empc: number;
  readonly empcFraction: number;
  readonly empcThreshold: number;
}

/** Written by fixtures/make_empulse_cases.py. */
const { cases } = JSON.parse(
  readFileSync(new URL('fixtures/empulse-cases.json', import.meta.url), 'utf8'),
) as { cases: readonly EmpulseCase[] };

const groupsOf = ({ labels, scores }: Pick<EmpulseCase, 'labels' | 'scores'>) =>
  groupByScore(Uint8Array.from(labels), Float64Array.from(scores));

const campaignOf = ({ clv, incentive_cost, contact_cost, alpha, beta }: EmpulseCase) =>
  campaignSchema.parse({
    customerValue: clv,
    offerCost: incentive_cost,
    contactCost: contact_cost,
    offerPaidTo: 'accepting',
    offerSuccess: alpha / (alpha + beta),
    offerTrials: alpha + beta,
  });

/** Relative above 1: amounts of fifty thousand have no twelfth decimal. */
const differs = (value: number, expected: number) =>
  Math.abs(value - expected) / Math.max(1, Math.abs(expected));

test.each(cases)('EMPC and its fraction equal empulse to 1e-12: $name', (reference) => {
  const { profit, fraction } = expectedMaximumProfit(groupsOf(reference), campaignOf(reference));
  expect(differs(profit, reference.empc)).toBeLessThanOrEqual(1e-12);
  expect(differs(fraction, reference.empcFraction)).toBeLessThanOrEqual(1e-12);
});

test.each(cases)('MPC and its fraction equal empulse to 1e-12: $name', (reference) => {
  const { profit, fraction } = maximumProfit(groupsOf(reference), campaignOf(reference));
  expect(differs(profit, reference.mpc)).toBeLessThanOrEqual(1e-12);
  expect(differs(fraction, reference.mpcFraction)).toBeLessThanOrEqual(1e-12);
});

test.each(cases)('the threshold of the share that EMPC contacts is that of empulse: $name', (reference) => {
  const groups = groupsOf(reference);
  const { fraction } = expectedMaximumProfit(groups, campaignOf(reference));
  expect(thresholdOfShare(groups, fraction)).toBe(reference.empcThreshold);
});

const overlapping = cases.find(({ name }) => name === 'right probabilities')!;

test('an offer paid to everyone contacted is a contact that costs so much more', () => {
  const costs = { customerValue: 200, offerSuccess: 0.3 };
  const gift = campaignSchema.parse({ ...costs, offerCost: 10, contactCost: 1 });
  const call = campaignSchema.parse({ ...costs, offerCost: 0, contactCost: 11, offerPaidTo: 'accepting' });
  const groups = groupsOf(overlapping);
  expect(expectedMaximumProfit(groups, gift)).toEqual(expectedMaximumProfit(groups, call));
  expect(maximumProfit(groups, gift)).toEqual(maximumProfit(groups, call));
});

test('the more offers the rate of success rests on, the nearer EMPC comes to MPC', () => {
  const groups = groupsOf(overlapping);
  const gap = (offerTrials: number) => {
    const campaign = { ...campaignOf(overlapping), offerTrials };
    return expectedMaximumProfit(groups, campaign).profit - maximumProfit(groups, campaign).profit;
  };
  expect(gap(2)).toBeGreaterThan(gap(20));
  expect(gap(20)).toBeGreaterThan(gap(200));
  expect(Math.abs(gap(1e7))).toBeLessThan(1e-3);
});

test('a rate that is certain, all of them stay, leaves nothing to average over', () => {
  const certain = { ...campaignOf(overlapping), offerSuccess: 1 };
  const groups = groupsOf(overlapping);
  expect(expectedMaximumProfit(groups, certain)).toEqual(maximumProfit(groups, certain));
});

test('EMPC is at least MPC, and neither is below contacting nobody', () => {
  const campaign = campaignSchema.parse({ customerValue: 200, offerCost: 10, offerSuccess: 0.3 });
  fc.assert(
    fc.property(anyRows, ({ labels, probabilities }) => {
      const groups = groupByScore(labels, probabilities);
      const [mpc, empc] = [maximumProfit(groups, campaign), expectedMaximumProfit(groups, campaign)];
      expect(mpc.profit).toBeGreaterThanOrEqual(0);
      expect(empc.profit).toBeGreaterThanOrEqual(mpc.profit - 1e-12);
      expect(empc.fraction).toBeLessThanOrEqual(1 + 1e-12);
    }),
  );
});
