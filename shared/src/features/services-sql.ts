import { type CustomerRange, inRangeSql } from './customer-range.ts';
import type { NamedMeasure } from './measure-sql.ts';

/**
 * SQL of one row for each customer who used a known service before as-of: the measures and, where asked for, the most
 * used service (of equally used ones, the first by the bytes of its name). A query for each range of customers, as in
 * `historySql`: what rows of a customer are added to is in the cache then.
 */
export function servicesSql(
  transactions: string,
  asOf: string,
  measures: readonly NamedMeasure[],
  withTopService: boolean,
  ranges: readonly CustomerRange[],
): string {
  const columns = measures.map(({ name, sql }) => `${sql} AS ${name}`);
  if (withTopService) columns.push('MIN_BY(service, ROW(-uses, service)) AS top_service');
  return ranges
    .map(
      (range) => `SELECT ${['customer_id', ...columns].join(',\n    ')}
  FROM (
    SELECT customer_id, service, COUNT(*) AS uses, ${asOf} - MAX(transaction_date) AS age
    FROM ${transactions} AS used WHERE service IS NOT NULL AND transaction_date < ${asOf}${inRangeSql(range)}
    GROUP BY customer_id, service
  )
  GROUP BY customer_id`,
    )
    .join('\n  UNION ALL\n  ');
}
