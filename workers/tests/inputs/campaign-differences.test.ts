import { campaignSchema } from '@churn/shared/schema/campaign';
import { campaignDifferences } from '../../src/inputs/campaign-differences.ts';

const ordinary = campaignSchema.parse({});

test('only the fields that differ are named, with both values', () => {
  const other = campaignSchema.parse({ offerCost: 20.5, rule: 'budget', budget: { customers: 5 } });
  expect(campaignDifferences(ordinary, other)).toBe(
    'offerCost 10 and 20.5, rule "expected-profit" and "budget", budget null and {"customers":5}',
  );
});

test('the same campaign has no differences', () => {
  expect(campaignDifferences(ordinary, campaignSchema.parse({ offerCost: 10 }))).toBeNull();
});
