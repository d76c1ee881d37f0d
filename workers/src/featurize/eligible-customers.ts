import { dayText } from '@churn/shared/platform/calendar-day';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { CleanedTables } from '../inputs/cleaned-tables.ts';

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
  if (asOfDays.length === 0) return new Map();
  const dates = asOfDays.map((day) => `DATE '${dayText(day)}'`);
  const isEligible = (k: number) =>
    lookbackDays === null ? `last_${k} IS NOT NULL` : `last_${k} >= ${dates[k]} - ${lookbackDays}`;
  const result = await connection.runAndReadAll(`
    SELECT ${dates
      .flatMap((_, k) => [isEligible(k), `${isEligible(k)} AND churn IS NULL`])
      .map((condition) => `CAST(COUNT(CASE WHEN ${condition} THEN 1 END) AS INTEGER)`)
      .join(', ')}
    FROM (
      SELECT customer_id,
        ${dates.map((date, k) => `MAX(CASE WHEN transaction_date < ${date} THEN transaction_date END) AS last_${k}`).join(', ')}
      FROM ${transactions} AS moves GROUP BY customer_id
    ) JOIN ${customers} AS customers USING (customer_id)`);
  const counts = result.getRows()[0] as number[];
  return new Map(
    asOfDays.map((day, k) => [day, { eligible: counts[2 * k]!, withoutFlag: counts[2 * k + 1]! }]),
  );
}
