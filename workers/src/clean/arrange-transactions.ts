import type { DuckDBConnection } from '@duckdb/node-api';
import { transactionFlags } from './judge-transactions.ts';
import { acceptedTable, partsTable } from './row-tables.ts';

/** The accepted transactions as they are written, in their order, beside their flags. */
export const arrangedTransactions = 'arranged_transactions';

/** Rows that are the same in these are identical. */
const delivered = ['customer', 'transaction_date', 'amount_minor', 'service'] as const;

/** Sorts the accepted transactions, so that the same rows are the same bytes; returns how many have an identical one before them. */
export async function arrangeTransactions(
  connection: DuckDBConnection,
  dropIdentical: boolean,
  hasArrivals: boolean,
): Promise<number> {
  const flags = Object.keys(transactionFlags).join(', ');
  const arrivedOn = hasArrivals ? 'arrived_on' : 'CAST(NULL AS DATE) AS arrived_on';
  const source = hasArrivals
    ? `${acceptedTable.transactions} JOIN ${partsTable.transactions} USING (part)`
    : acceptedTable.transactions;
  // Numbers of enumerations sort faster than the enumerations, and alike.
  const order = ['ENUM_CODE(customer)', 'transaction_date', 'amount_minor', 'ENUM_CODE(service) NULLS LAST'];
  if (hasArrivals) order.push('arrived_on NULLS LAST');
  await connection.run(
    `CREATE TEMP TABLE ${arrangedTransactions} AS SELECT ${delivered.join(', ')}, ${arrivedOn}, ${flags}
     FROM ${source} ORDER BY ${order.join(', ')}`,
  );
  const isRepeated = delivered
    .map((column) => `${column} IS NOT DISTINCT FROM LAG(${column}) OVER ()`)
    .join(' AND ');
  const marked = `(SELECT *, ROW_NUMBER() OVER () > 1 AND ${isRepeated} AS is_repeated FROM ${arrangedTransactions})`;
  const counted = await connection.runAndReadAll(
    `SELECT CAST(COUNT(*) AS DOUBLE) FROM ${marked} WHERE is_repeated`,
  );
  const identical = Number(counted.getRows()[0]![0]);
  if (dropIdentical && identical > 0) {
    await connection.run(
      `CREATE OR REPLACE TEMP TABLE ${arrangedTransactions} AS
       SELECT * EXCLUDE (is_repeated) FROM ${marked} WHERE NOT is_repeated`,
    );
  }
  return identical;
}
