import { dayText } from '@churn/shared/platform/calendar-day';
import type { Labelling } from '@churn/shared/schema/labelling';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { CleanedTables } from '../inputs/cleaned-tables.ts';

export interface EligibleCount {
  readonly eligible: number;
  readonly withoutFlag: number;
  /** Without a transaction for a horizon, so that they count as gone where the label is inactivity. */
  readonly silent: number;
}

/** How many customers are eligible at each as-of date, how many of them have no churn flag, and how many are silent for `horizonDays`. */
export async function countEligible(
  connection: DuckDBConnection,
  { customers, transactions }: CleanedTables,
  asOfDays: readonly number[],
  { lookbackDays, horizonDays }: Pick<Labelling, 'lookbackDays' | 'horizonDays'>,
): Promise<ReadonlyMap<number, EligibleCount>> {
  if (asOfDays.length === 0) return new Map();
  const dates = asOfDays.map((day) => `DATE '${dayText(day)}'`);
  const isEligible = (k: number) =>
    lookbackDays === null ? `last_${k} IS NOT NULL` : `last_${k} >= ${dates[k]} - ${lookbackDays}`;
  const result = await connection.runAndReadAll(`
    SELECT ${dates
      .flatMap((date, k) => [
        isEligible(k),
        `${isEligible(k)} AND churn IS NULL`,
        `${isEligible(k)} AND last_${k} < ${date} - ${horizonDays}`,
      ])
      .map((condition) => `CAST(COUNT(CASE WHEN ${condition} THEN 1 END) AS INTEGER)`)
      .join(', ')}
    FROM (
      SELECT customer_id,
        ${dates.map((date, k) => `MAX(CASE WHEN transaction_date < ${date} THEN transaction_date END) AS last_${k}`).join(', ')}
      FROM ${transactions} AS moves GROUP BY customer_id
    ) JOIN ${customers} AS customers USING (customer_id)`);
  const counts = result.getRows()[0] as number[];
  return new Map(
    asOfDays.map((day, k) => {
      const [eligible, withoutFlag, silent] = counts.slice(3 * k);
      return [day, { eligible: eligible!, withoutFlag: withoutFlag!, silent: silent! }];
    }),
  );
}
