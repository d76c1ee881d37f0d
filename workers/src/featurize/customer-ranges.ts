import type { CustomerRange } from '@churn/shared/features/customer-range';
import { sqlText } from '@churn/shared/platform/duckdb-session';
import type { DuckDBConnection } from '@duckdb/node-api';

/**
 * Up to `count` ranges of customers with about as many transactions each, from the first customers of the row groups of a
 * Parquet file sorted by customer. They hold every customer once, whatever the file says of itself.
 */
export async function customerRanges(
  connection: DuckDBConnection,
  transactionsPath: string,
  count: number,
): Promise<CustomerRange[]> {
  const result = await connection.runAndReadAll(`
    SELECT stats_min_value FROM parquet_metadata(${sqlText(transactionsPath)})
    WHERE path_in_schema = 'customer_id' AND stats_min_value IS NOT NULL ORDER BY row_group_id`);
  const firsts = result.getRows().map(([first]) => String(first));
  const chosen = Array.from(
    { length: count - 1 },
    (_, k) => firsts[Math.round(((k + 1) * firsts.length) / count)],
  );
  const bounds = [...new Set(chosen)].flatMap((id) => (id === undefined || id === firsts[0] ? [] : [id]));
  return [...bounds, null].map((to, k) => ({ from: bounds[k - 1] ?? null, to }));
}
