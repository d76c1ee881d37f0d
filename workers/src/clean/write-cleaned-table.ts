import type { ArtifactStore } from '@churn/shared/artifacts/artifact-store';
import { customerColumns } from '@churn/shared/cleaning/customers-sql';
import { sqlText } from '@churn/shared/platform/duckdb-session';
import type { DeliveredTable } from '@churn/shared/schema/delivered-table';
import type { Artifact } from '@churn/shared/schema/stage-result';
import type { DuckDBConnection } from '@duckdb/node-api';
import { arrangedTransactions } from './arrange-transactions.ts';
import type { CleanedDelivery } from './clean-delivery.ts';
import { serviceKey } from './judge-transactions.ts';
import { acceptedTable } from './row-tables.ts';

/** Fixed, because a row group of another size is another file. */
const rowsPerGroup = 122_880;

/** An enumeration is written ten times as fast as texts, but whole in each group of rows: only one of so few values. */
const mostEnumerated = 1000;

/** The columns in the order in which they stand in the file, and rows in an order that their content decides. */
async function querySql(
  connection: DuckDBConnection,
  table: DeliveredTable,
  { outlierBound, hasArrivals }: CleanedDelivery,
): Promise<string> {
  if (table === 'customers') {
    return `SELECT ${customerColumns.join(', ')} FROM ${acceptedTable.customers} ORDER BY customer_id`;
  }
  const isOutlier = outlierBound === null ? 'false' : `ABS(amount_minor) > ${outlierBound}`;
  const counted = await connection.runAndReadAll(
    `SELECT LEN(ENUM_RANGE(CAST(NULL AS ${serviceKey}))) <= ${mostEnumerated}`,
  );
  const service = counted.getRows()[0]![0] === true ? 'service' : 'CAST(service AS VARCHAR) AS service';
  return `SELECT CAST(customer AS VARCHAR) AS customer_id, transaction_date, amount_minor,
    ${service}, ${isOutlier} AS is_outlier, ${hasArrivals ? 'arrived_on' : 'CAST(NULL AS DATE) AS arrived_on'} FROM ${arrangedTransactions}`;
}

/**
 * Writes the accepted rows as Parquet; the same rows are the same bytes. Snappy, since zstd takes a seventh off the file and costs more at
 * each reading.
 */
export function writeCleanedTable(
  connection: DuckDBConnection,
  store: ArtifactStore,
  table: DeliveredTable,
  cleaned: CleanedDelivery,
): Promise<Artifact> {
  return store.add({ folder: 'clean', role: table, extension: 'parquet' }, async (path) => {
    const sql = await querySql(connection, table, cleaned);
    await connection.run(
      `COPY (${sql})
       TO ${sqlText(path)} (FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE ${rowsPerGroup})`,
    );
    return { rows: cleaned.accepted[table] };
  });
}
