import type { NamedMeasure } from './measure-sql.ts';

/**
 * SQL of one row for each customer who used a known service before as-of: the measures and, where asked for, the most
 * used service (of equally used ones, the first by the bytes of its name).
 */
export function servicesSql(
  transactions: string,
  asOf: string,
  measures: readonly NamedMeasure[],
  withTopService: boolean,
): string {
  const columns = measures.map(({ name, sql }) => `${sql} AS ${name}`);
  if (withTopService) columns.push('MIN_BY(service, ROW(-uses, service)) AS top_service');
  return `SELECT ${['customer_id', ...columns].join(',\n    ')}
  FROM (
    SELECT customer_id, service, COUNT(*) AS uses, ${asOf} - MAX(transaction_date) AS age
    FROM ${transactions} AS used WHERE service IS NOT NULL AND transaction_date < ${asOf}
    GROUP BY customer_id, service
  )
  GROUP BY customer_id`;
}
