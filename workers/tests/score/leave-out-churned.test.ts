import { parseDay } from '@churn/shared/platform/calendar-day';
import { withDuckDb } from '@churn/shared/platform/duckdb-session';
import { leaveOut } from '../../src/score/leave-out-churned.ts';
import type { ScoredCustomers } from '../../src/score/scored-customers.ts';

const asOfDay = parseDay('2025-07-01')!;
const days = { firstDay: asOfDay - 400, lastDay: asOfDay - 1 };

/** The last transactions of six customers, so many days before as-of, and their flags. */
const moves = [
  ['a', 1, 'NULL'],
  ['b', 90, '0'],
  ['c', 91, '0'],
  ['d', 120, 'NULL'],
  ['e', 120, '1'],
  ['f', 181, 'NULL'],
] as const;

function leftOutOf(
  flags: 'given' | 'none',
  { mode, lookbackDays = 180 }: { mode: 'flag' | 'inactivity'; lookbackDays?: number | null },
) {
  const customers = moves.map(([id, , flag]) => `('${id}', ${flags === 'given' ? flag : 'NULL'})`).join(', ');
  const transactions = moves.map(([id, ago]) => `('${id}', DATE '2025-07-01' - ${ago})`).join(', ');
  const tables = {
    customers: `(SELECT * FROM (VALUES ${customers}) AS t (customer_id, churn))`,
    transactionsPath: 'not read',
    transactions: `(SELECT * FROM (VALUES ${transactions}) AS t (customer_id, transaction_date))`,
  };
  const scored: ScoredCustomers = {
    lookbackDays,
    labelling: { mode, horizonDays: 90 },
    leaveOutChurned: true,
  };
  return withDuckDb({ threads: 1, temporaryDirectory: '/tmp' }, (connection) =>
    leaveOut(connection, tables, asOfDay, days, scored),
  );
}

test('where the label is a flag only the flag says who has left', async () => {
  expect(await leftOutOf('given', { mode: 'flag' })).toEqual({ leftOut: 1, lookbackDays: 180, warnings: [] });
});

test('without any flag it says that nobody was left out', async () => {
  expect(await leftOutOf('none', { mode: 'flag' })).toEqual({
    leftOut: 0,
    lookbackDays: 180,
    warnings: [
      'No customer has a value in the column churn: nothing says who has left, so nobody was left out.',
    ],
  });
});

test('where the label is inactivity, a horizon of silence says it, too', async () => {
  // c and d are silent for more than 90 days, e is flagged, f is not eligible.
  expect(await leftOutOf('given', { mode: 'inactivity' })).toEqual({
    leftOut: 3,
    lookbackDays: 90,
    warnings: [],
  });
  expect(await leftOutOf('none', { mode: 'inactivity', lookbackDays: null })).toEqual({
    leftOut: 4,
    lookbackDays: 90,
    warnings: [],
  });
});

test('a look-back within the horizon leaves nobody silent to leave out', async () => {
  expect(await leftOutOf('none', { mode: 'inactivity', lookbackDays: 30 })).toEqual({
    leftOut: 0,
    lookbackDays: 30,
    warnings: [],
  });
});
