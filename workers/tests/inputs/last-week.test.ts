import { parseDay } from '@churn/shared/platform/calendar-day';
import { withDuckDb } from '@churn/shared/platform/duckdb-session';
import { lastWeek, warnOfThinEnd } from '../../src/inputs/last-week.ts';

/** So many transactions at so many days before 2025-07-01. */
function weekOf(...moves: readonly (readonly [daysBefore: number, count: number])[]) {
  const selects = moves.map(
    ([daysBefore, count]) =>
      `SELECT DATE '2025-07-01' - ${daysBefore} AS transaction_date FROM range(${count})`,
  );
  const transactions = `(${selects.join(' UNION ALL ')})`;
  return withDuckDb({ threads: 1, temporaryDirectory: '/tmp' }, (connection) =>
    lastWeek(connection, { transactions }, parseDay('2025-07-01')!),
  );
}

test('the last week ends the day before, and the median of the weeks with transactions is the rule', async () => {
  const week = await weekOf([0, 1_000], [1, 10], [7, 5], [8, 100], [15, 200], [22, 900]);
  expect(week).toEqual({ transactions: 15, usual: 200 });
});

test('an empty year between a mistyped date and the data changes nothing', async () => {
  const week = await weekOf([1, 1], [400, 100], [407, 120], [414, 110]);
  expect(week).toEqual({ transactions: 1, usual: 110 });
  expect(warnOfThinEnd(week)).toEqual([
    'The last week of the data has 1 transactions where a week has 110 as a rule: a mistyped date, or an export that is ' +
      'not complete, makes customers look silent. Where that is so, --as-of says another day.',
  ]);
});

test('of a single week there is no rule', async () => {
  const week = await weekOf([1, 5]);
  expect(week).toEqual({ transactions: 5, usual: 0 });
  expect(warnOfThinEnd(week)).toEqual([]);
});
