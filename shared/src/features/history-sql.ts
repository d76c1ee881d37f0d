import { type CustomerRange, inRangeSql } from './customer-range.ts';
import { monthDays } from './measure.ts';
import type { NamedMeasure } from './measure-sql.ts';

/**
 * SQL of one row for each customer with a transaction before as-of: the measures, and `silent_days` since the last
 * transaction. Each range of customers is a query of its own, so that several run at a time.
 *
 * The day before each transaction comes from the row before it, so that nothing is sorted, memory stays bounded, and
 * rows of a customer meet the same aggregates while these are in the cache. The rows must be sorted by customer and day; the
 * query fails where they are not.
 */
export function historySql(
  transactions: string,
  asOf: string,
  measures: readonly NamedMeasure[],
  ranges: readonly CustomerRange[],
): string {
  const columns = [
    'customer_id',
    'MIN(age) AS silent_days',
    ...measures.map(({ name, sql }) => `${sql} AS ${name}`),
  ].join(',\n    ');
  return ranges
    .map(
      (range) => `SELECT ${columns}
  FROM (
    SELECT *, is_first OR gap > 0 AS is_new_day,
      is_first OR gap + (age - 1) % ${monthDays} >= ${monthDays} AS is_new_month
    FROM (
      SELECT customer_id, amount_minor, service, ${asOf} - day AS age,
        (day - DATE '0001-01-01') % 7 >= 5 AS is_weekend, previous_day IS NULL AS is_first, NULLIF(day - previous_day, 0) AS gap
      FROM (${stepsSql(transactions, asOf, range)}) AS steps
    )
  ) AS aged
  GROUP BY customer_id`,
    )
    .join('\n  UNION ALL\n  ');
}

/** SQL of the transactions, each with the day of the customer's transaction before it. */
function stepsSql(transactions: string, asOf: string, range: CustomerRange): string {
  return `
        SELECT *, CASE WHEN customer_id = customer_before AND day >= day_before THEN day_before
          WHEN customer_before IS NULL OR customer_id > customer_before THEN NULL
          ELSE error('expected transactions sorted by customer_id and transaction_date') END AS previous_day
        FROM (
          SELECT customer_id, transaction_date AS day, amount_minor, service,
            LAG(customer_id) OVER () AS customer_before, LAG(transaction_date) OVER () AS day_before
          FROM ${transactions} WHERE transaction_date < ${asOf}${inRangeSql(range)}
        )
      `;
}
