import type { DuckDBConnection } from '@duckdb/node-api';
import { transactionFlags } from './judge-transactions.ts';
import { acceptedTable, partsTable } from './row-tables.ts';

/** The accepted transactions in their order as they are written, beside `record` and `flags`, a bit for each of `transactionFlags`. */
export const arrangedTransactions = 'arranged_transactions';

/** Rows that are the same in these are identical. */
const comparedColumns = ['customer', 'transaction_date', 'amount_minor', 'service'] as const;

/** Sorts the accepted transactions, so that the same rows are the same bytes. */
export async function arrangeTransactions(connection: DuckDBConnection, hasArrivals: boolean): Promise<void> {
  const flags = Object.keys(transactionFlags).map(
    (column, bit) => `${1 << bit} * CAST(${column} AS UTINYINT)`,
  );
  const columns = [...comparedColumns, ...(hasArrivals ? ['arrived_on'] : [])];
  const source = hasArrivals
    ? `${acceptedTable.transactions} JOIN ${partsTable.transactions} USING (part)`
    : acceptedTable.transactions;
  // Numbers of enumerations sort faster than the enumerations, and alike.
  const order = ['ENUM_CODE(customer)', 'transaction_date', 'amount_minor', 'ENUM_CODE(service) NULLS LAST'];
  if (hasArrivals) order.push('arrived_on NULLS LAST');
  await connection.run(
    `CREATE OR REPLACE TABLE ${arrangedTransactions} AS
     SELECT ${columns.join(', ')}, CAST(${flags.join(' + ')} AS UTINYINT) AS flags, CAST(record AS UINTEGER) AS record
     FROM ${source} ORDER BY ${order.join(', ')}`,
  );
}

/** SQL that is true of an arranged transaction with the flag. Few columns sort faster than many. */
export function hasFlagSql(column: keyof typeof transactionFlags): string {
  return `flags & ${1 << Object.keys(transactionFlags).indexOf(column)} <> 0`;
}

const isRepeated = comparedColumns
  .map((column) => `${column} IS NOT DISTINCT FROM LAG(${column}) OVER ()`)
  .join(' AND ');

/** The arranged transactions with `is_repeated`: the row before is identical. */
export const markedTransactions = `(SELECT *, ROW_NUMBER() OVER () > 1 AND ${isRepeated} AS is_repeated FROM ${arrangedTransactions})`;

/** How many transactions have an identical one before them. */
export async function countIdentical(connection: DuckDBConnection): Promise<number> {
  const counted = await connection.runAndReadAll(
    `SELECT CAST(COUNT(*) AS DOUBLE) FROM ${markedTransactions} WHERE is_repeated`,
  );
  return Number(counted.getRows()[0]![0]);
}

/** Leaves one of several identical transactions. */
export async function dropIdentical(connection: DuckDBConnection): Promise<void> {
  await connection.run(
    `CREATE OR REPLACE TABLE ${arrangedTransactions} AS
     SELECT * EXCLUDE (is_repeated) FROM ${markedTransactions} WHERE NOT is_repeated`,
  );
}
