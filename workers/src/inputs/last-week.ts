import { type LastWeek, thinEnd } from '@churn/shared/drift/judge-volume';
import { dayText } from '@churn/shared/platform/calendar-day';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { CleanedTables } from './cleaned-tables.ts';

/** As many weeks with any transaction tell what a week has as a rule: a year of them. */
const weeksBefore = 52;

/** Of the week before `endDay`; the median of the weeks before it is the rule, those without any transaction left out. */
export async function lastWeek(
  connection: DuckDBConnection,
  { transactions }: Pick<CleanedTables, 'transactions'>,
  endDay: number,
): Promise<LastWeek> {
  const end = `DATE '${dayText(endDay)}'`;
  const result = await connection.runAndReadAll(`
    SELECT CAST(COALESCE(SUM(rows) FILTER (week = 0), 0) AS DOUBLE), CAST(COALESCE(MEDIAN(rows) FILTER (week > 0), 0) AS DOUBLE)
    FROM (
      SELECT (${end} - 1 - transaction_date) // 7 AS week, COUNT(*) AS rows
      FROM ${transactions} WHERE transaction_date < ${end} GROUP BY week ORDER BY week LIMIT ${weeksBefore + 1}
    )`);
  const [ofLast, usual] = result.getRows()[0] as [number, number];
  return { transactions: ofLast, usual };
}

/** One sentence where the data end with a thin week. */
export function warnOfThinEnd(week: LastWeek): string[] {
  const said = thinEnd(week);
  return said === undefined
    ? []
    : [`${said[0]!.toUpperCase()}${said.slice(1)}. Where that is so, --as-of says another day.`];
}
