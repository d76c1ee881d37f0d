import type { TransactionDays } from '@churn/shared/features/choose-as-of-days';
import { dayText } from '@churn/shared/platform/calendar-day';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { CleanedTables } from '../inputs/cleaned-tables.ts';

/** The tables without the customers whose flag says that they have left. */
export function withoutChurned(tables: CleanedTables): CleanedTables {
  return { ...tables, customers: `(SELECT * FROM ${tables.customers} WHERE churn IS DISTINCT FROM 1)` };
}

/** How many of them are eligible: have a transaction before as-of, within the look-back. */
export async function countChurned(
  connection: DuckDBConnection,
  { customers, transactions }: CleanedTables,
  asOfDay: number,
  lookbackDays: number | null,
): Promise<number> {
  const asOf = `DATE '${dayText(asOfDay)}'`;
  const since = lookbackDays === null ? '' : ` AND transaction_date >= ${asOf} - ${lookbackDays}`;
  const result = await connection.runAndReadAll(`
    SELECT CAST(COUNT(*) AS INTEGER) FROM ${customers} WHERE churn = 1
      AND customer_id IN (SELECT customer_id FROM ${transactions} WHERE transaction_date < ${asOf}${since})`);
  return result.getRows()[0]![0] as number;
}

/** A flag has no date: before the end of the data it may tell the future. */
export function warnOfFlags(leftOut: number, asOfDay: number, { lastDay }: TransactionDays): string[] {
  if (leftOut === 0 || asOfDay > lastDay) return [];
  return [
    `As-of ${dayText(asOfDay)} lies before the end of the data (${dayText(lastDay)}), and the column churn has no date: of the ` +
      `${leftOut} customers left out some may have left only after as-of, so these scores say nothing about how good the model is.`,
  ];
}
