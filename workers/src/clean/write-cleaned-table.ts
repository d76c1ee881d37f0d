import type { ArtifactStore } from '@churn/shared/artifacts/artifact-store';
import { customerColumns } from '@churn/shared/cleaning/customers-sql';
import { sqlText } from '@churn/shared/platform/duckdb-session';
import type { DeliveredTable } from '@churn/shared/schema/delivered-table';
import type { Artifact } from '@churn/shared/schema/stage-result';
import type { DuckDBConnection } from '@duckdb/node-api';
import { arrangedTransactions } from './arrange-transactions.ts';
import { acceptedTable } from './row-tables.ts';

/** Fixed, because a row group of another size is another file. */
const rowsPerGroup = 122_880;

/** The columns in the order in which they stand in the file, and rows in an order that their content decides. */
const queries: Record<DeliveredTable, string> = {
  customers: `SELECT ${customerColumns.join(', ')} FROM ${acceptedTable.customers} ORDER BY customer_id`,
  transactions: `SELECT CAST(customer AS VARCHAR) AS customer_id, transaction_date, amount_minor,
    CAST(service AS VARCHAR) AS service, arrived_on FROM ${arrangedTransactions}`,
};

/** Writes the accepted rows as Parquet; the same rows are the same bytes. */
export function writeCleanedTable(
  connection: DuckDBConnection,
  store: ArtifactStore,
  table: DeliveredTable,
  rows: number,
): Promise<Artifact> {
  return store.add({ folder: 'clean', role: table, extension: 'parquet' }, async (path) => {
    await connection.run(
      `COPY (${queries[table]})
       TO ${sqlText(path)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${rowsPerGroup})`,
    );
    return { rows };
  });
}
