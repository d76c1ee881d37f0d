import { measureNames, measuresSchema } from '../../src/artifacts/measures.ts';
import { deliveryDialectSchema } from '../../src/dialect/dialect.ts';
import { campaignSchema } from '../../src/schema/campaign.ts';
import { around } from './example-evaluation.ts';

const earlierNames = measureNames.slice(0, measureNames.indexOf('profitPerCustomer') + 1);

test('measures of an earlier version read as they are, and the later ones as not measured', () => {
  const earlier = Object.fromEntries(earlierNames.map((name) => [name, around(0.7, 0.1)]));
  expect(measuresSchema.parse(earlier)).toEqual({
    ...Object.fromEntries(measureNames.map((name) => [name, { value: null, lower: null, upper: null }])),
    ...earlier,
  });
});

test('a measure that every version has is missed', () => {
  const { rocAuc: _missing, ...rest } = Object.fromEntries(
    earlierNames.map((name) => [name, around(0.7, 0.1)]),
  );
  expect(measuresSchema.safeParse(rest).success).toBe(false);
});

test('a campaign of an earlier model is one whose offer is paid to everyone contacted', () => {
  expect(campaignSchema.parse({ customerValue: 200, offerCost: 10, offerSuccess: 0.2 })).toEqual({
    customerValue: 200,
    offerCost: 10,
    contactCost: 0,
    offerPaidTo: 'contacted',
    offerSuccess: 0.2,
    offerTrials: 20,
    rule: 'expected-profit',
    budget: null,
    belowBreakEven: false,
  });
});

test('the broken lines of a delivery of an earlier version are not known', () => {
  const csv = { compression: 'none', encoding: 'utf-8', delimiter: ',', quote: '"', isSound: false };
  const file = {
    file: 'customers.csv',
    sha256: '0',
    rows: 1,
    delivery: 0,
    arrivedOn: null,
    header: ['customer_id', 'churn'],
    places: { customer_id: 0, churn: 1 },
    dates: [],
    decimal: 'point',
    currency: null,
    csv,
  };
  const earlier = { format: 'churn-dialect', formatVersion: 2, customers: [file], transactions: [file] };
  const { transactions } = deliveryDialectSchema.parse(earlier);
  expect(transactions[0]!.csv).toEqual({ ...csv, brokenLines: null });
});
