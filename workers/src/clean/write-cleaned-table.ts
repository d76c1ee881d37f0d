import type { ArtifactStore } from '@churn/shared/artifacts/artifact-store';
import { customerColumns } from '@churn/shared/cleaning/customers-sql';
import { sqlText } from '@churn/shared/platform/duckdb-session';
import type { DeliveredTable } from '@churn/shared/schema/delivered-table';
import type { Artifact } from '@churn/shared/schema/stage-result';
import type { DuckDBConnection } from '@duckdb/node-api';
import { arrangedTransactions } from './arrange-transactions.ts';
import type { CleanedDelivery } from './clean-delivery.ts';
import { acceptedTable } from './row-tables.ts';

/** Fixed, because a row group of another size is another file. */
const rowsPerGroup = 122_880;

/** The columns in the order in which they stand in the file, and rows in an order that their content decides. */
function querySql(table: DeliveredTable, { outlierBound, hasArrivals }: CleanedDelivery): string {
  if (table === 'customers') {
    return `SELECT ${customerColumns.join(', ')} FROM ${acceptedTable.customers} ORDER BY customer_id`;
  }
  const isOutlier = outlierBound === null ? 'false' : `ABS(amount_minor) > ${outlierBound}`;
  return `SELECT CAST(customer AS VARCHAR) AS customer_id, transaction_date, amount_minor,
    CAST(service AS VARCHAR) AS service, ${isOutlier} AS is_outlier, ${hasArrivals ? 'arrived_on' : 'CAST(NULL AS DATE) AS arrived_on'} FROM ${arrangedTransactions}`;
}

/** Writes the accepted rows as Parquet; the same rows are the same bytes. */
export function writeCleanedTable(
  connection: DuckDBConnection,
  store: ArtifactStore,
  table: DeliveredTable,
  cleaned: CleanedDelivery,
): Promise<Artifact> {
  return store.add({ folder: 'clean', role: table, extension: 'parquet' }, async (path) => {
    await connection.run(
      `COPY (${querySql(table, cleaned)})
       TO ${sqlText(path)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${rowsPerGroup})`,
    );
    return { rows: cleaned.accepted[table] };
  });
}
