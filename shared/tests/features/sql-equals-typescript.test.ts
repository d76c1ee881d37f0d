import { tmpdir } from 'node:os';
import fc from 'fast-check';
import { evaluateFeatures } from '../../src/features/evaluate-features.ts';
import { featureList } from '../../src/features/feature-list.ts';
import { dayNumber } from '../../src/platform/calendar-day.ts';
import { withDuckDb } from '../../src/platform/duckdb-session.ts';
import type { Transaction } from '../../src/schema/transaction.ts';
import { featureRows, type KnownCustomer, loadCustomers } from './feature-sql-session.ts';

/** The day after a leap day, so that histories reach over 29 February 2024. */
const asOfDay = dayNumber('2024-03-01');

const transaction: fc.Arbitrary<Transaction> = fc.record({
  day: fc.integer({ min: asOfDay - 500, max: asOfDay + 40 }),
  amountMinor: fc.oneof(
    fc.integer({ min: -5_000, max: 50_000 }),
    fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }),
    fc.constant(0),
  ),
  service: fc.constantFrom(null, 'voice', 'support', 'sms', 'Roaming', 'Ü-tv', '\u{1F4FA}', '\uFFEE'),
});

/** Few distinct days, so that several transactions fall on one. */
const crowdedHistory = fc
  .tuple(
    fc.array(fc.integer({ min: asOfDay - 95, max: asOfDay + 2 }), { minLength: 1, maxLength: 4 }),
    fc.array(transaction, { maxLength: 12 }),
  )
  .map(([days, rows]) => rows.map((row, i) => ({ ...row, day: days[i % days.length]! })));

const history = fc.oneof(fc.array(transaction, { maxLength: 25 }), crowdedHistory);

const customers: fc.Arbitrary<KnownCustomer[]> = fc
  .array(
    fc.record({
      age: fc.option(fc.integer({ min: 16, max: 99 })),
      gender: fc.constantFrom(null, 'female', 'male', 'other'),
      signupDay: fc.option(fc.integer({ min: asOfDay - 3000, max: asOfDay + 20 })),
      region: fc.constantFrom(null, 'north', "l'Est"),
      churn: fc.constantFrom(null, 0, 1),
      transactions: history,
    }),
    { minLength: 1, maxLength: 15 },
  )
  .map((list) => list.map((customer, i) => ({ ...customer, customerId: `00${i}` }) as KnownCustomer));

/** Histories that break a careless sum: nothing, one row, one day, 29 February, refunds alone, services no one knows. */
const knownHistories: Transaction[][] = [
  [],
  [{ day: asOfDay - 1, amountMinor: 1999, service: 'voice' }],
  [1, 2, 3].map((amountMinor) => ({ day: asOfDay - 30, amountMinor, service: 'data' })),
  ['2020-02-29', '2024-02-29', '2024-03-01'].map((day) => ({
    day: dayNumber(day),
    amountMinor: 500,
    service: 'tv',
  })),
  [5, 90, 365].map((age) => ({ day: asOfDay - age, amountMinor: -700, service: 'support' })),
  [8, 8, 61].map((age) => ({ day: asOfDay - age, amountMinor: 0, service: age === 61 ? null : 'fax' })),
];
const knownCustomers: KnownCustomer[] = knownHistories.map((transactions, index) => ({
  customerId: `1${index}`,
  age: null,
  gender: null,
  signupDay: asOfDay - 100,
  region: null,
  churn: null,
  transactions,
}));

const twoRanges = [
  { from: null, to: '003' },
  { from: '003', to: null },
];

test('SQL, in one range of customers or in two, and TypeScript give the same bits for every feature of every eligible customer', async () => {
  await withDuckDb({ threads: 2, temporaryDirectory: tmpdir() }, (connection) =>
    fc.assert(
      fc.asyncProperty(customers, async (list) => {
        await loadCustomers(connection, list);
        const rows = await featureRows(connection, { asOfDay, lookbackDays: null });
        expect(await featureRows(connection, { asOfDay, lookbackDays: null }, twoRanges)).toEqual(rows);
        const bySql = new Map(rows.map((row) => [row.customer_id, row]));
        const eligible = list.filter(({ transactions }) => transactions.some(({ day }) => day < asOfDay));
        expect([...bySql.keys()]).toEqual(eligible.map(({ customerId }) => customerId).sort());
        for (const customer of eligible) {
          const values = evaluateFeatures(customer, customer.transactions, asOfDay);
          for (const { name } of featureList) {
            const inSql = bySql.get(customer.customerId)?.[name];
            if (!Object.is(values[name], inSql)) {
              throw new Error(`${name}: TypeScript ${String(values[name])}, SQL ${String(inSql)}`);
            }
          }
        }
      }),
      { numRuns: 60, seed: 1, examples: [[knownCustomers]] },
    ),
  );
});

test('every snapshot of a training table has the features, the split and the label of its own as-of date', async () => {
  const asOfDays = [asOfDay - 120, asOfDay - 60, asOfDay];
  const [train, validation, test] = asOfDays as [number, number, number];
  const plan = { kind: 'forward', train: [train], validation, test, inGap: [] } as const;
  const labelling = { mode: 'inactivity', horizonDays: 30, lookbackDays: 90 } as const;
  await withDuckDb({ threads: 2, temporaryDirectory: tmpdir() }, (connection) =>
    fc.assert(
      fc.asyncProperty(customers, async (list) => {
        await loadCustomers(connection, list);
        const rows = await featureRows(connection, { labelling, plan });
        const expected = asOfDays.flatMap((day, index) =>
          list
            .filter((customer) => hasRow(customer, day - 90, day))
            .sort((a, b) => (a.customerId < b.customerId ? -1 : 1))
            .map((customer) => ({
              ...evaluateFeatures(customer, customer.transactions, day),
              customer_id: customer.customerId,
              split: ['train', 'validation', 'test'][index],
              label: hasRow(customer, day, day + 30) ? 0 : 1,
            })),
        );
        expect(rows.map(({ as_of: _, ...row }) => row)).toEqual(expected);
      }),
      { numRuns: 30, seed: 1 },
    ),
  );
});

test('transactions that are not sorted by customer and day are an error, not a wrong number', async () => {
  const row = (customer: string, day: number) => `('${customer}', DATE '1970-01-01' + ${day}, 100, 'voice')`;
  const unsorted = [
    [row('1', asOfDay - 5), row('1', asOfDay - 6)],
    [row('2', asOfDay - 5), row('1', asOfDay - 5)],
  ];
  await withDuckDb({ threads: 2, temporaryDirectory: tmpdir() }, async (connection) => {
    await loadCustomers(connection, []);
    for (const rows of unsorted) {
      await connection.run(`CREATE OR REPLACE TABLE transactions AS FROM (VALUES ${rows.join(', ')})
        AS rows(customer_id, transaction_date, amount_minor, service)`);
      await expect(featureRows(connection, { asOfDay, lookbackDays: null })).rejects.toThrow(
        'expected transactions sorted by customer_id and transaction_date',
      );
    }
  });
});

test('transactions on or after as-of, and the order of transactions, change no feature', () => {
  fc.assert(
    fc.property(history, fc.array(transaction, { maxLength: 5 }), (transactions, later) => {
      const customer = { customerId: '1', age: 30, gender: null, signupDay: null, region: null };
      const expected = evaluateFeatures(customer, transactions, asOfDay);
      const after = later.map((row) => ({ ...row, day: asOfDay + Math.abs(row.day - asOfDay) }));
      expect(evaluateFeatures(customer, [...after, ...transactions].reverse(), asOfDay)).toEqual(expected);
    }),
    { seed: 1 },
  );
});

/** Whether a transaction lies in [from, until). */
function hasRow({ transactions }: KnownCustomer, from: number, until: number): boolean {
  return transactions.some(({ day }) => day >= from && day < until);
}
