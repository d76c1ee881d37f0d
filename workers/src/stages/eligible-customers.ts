import { dayText } from '@churn/shared/platform/calendar-day';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { CleanedTables } from './feature-data.ts';

export interface EligibleCount {
  readonly eligible: number;
  readonly withoutFlag: number;
}

/** How many customers are eligible at each as-of date, and how many of them have no churn flag. */
export async function countEligible(
  connection: DuckDBConnection,
  { customers, transactions }: CleanedTables,
  asOfDays: readonly number[],
  lookbackDays: number | null,
): Promise<ReadonlyMap<number, EligibleCount>> {
  const dates = asOfDays.map((day) => `(DATE '${dayText(day)}')`).join(', ');
  const since = lookbackDays === null ? '' : `AND transaction_date >= as_of - ${lookbackDays}`;
  const result = await connection.runAndReadAll(`
    WITH as_of_dates AS (SELECT * FROM (VALUES ${dates}) AS dates(as_of)),
    active AS (
      SELECT DISTINCT as_of, customer_id FROM ${transactions} AS moves
      JOIN as_of_dates ON transaction_date < as_of ${since}
    )
    SELECT CAST(as_of - DATE '1970-01-01' AS INTEGER), CAST(COUNT(*) AS INTEGER),
      CAST(COUNT(*) FILTER (WHERE churn IS NULL) AS INTEGER)
    FROM active JOIN ${customers} AS customers USING (customer_id) GROUP BY as_of`);
  const rows = result.getRows() as [number, number, number][];
  const counted = new Map(rows.map(([day, eligible, withoutFlag]) => [day, { eligible, withoutFlag }]));
  return new Map(asOfDays.map((day) => [day, counted.get(day) ?? { eligible: 0, withoutFlag: 0 }]));
}
