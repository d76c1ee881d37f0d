import type { ArtifactStore } from '@churn/shared/artifacts/artifact-store';
import type { CleaningReport } from '@churn/shared/cleaning/cleaning-report';
import { customerColumns } from '@churn/shared/cleaning/customers-sql';
import { transactionColumns } from '@churn/shared/cleaning/transactions-sql';
import { sqlText } from '@churn/shared/platform/duckdb-session';
import type { DeliveredTable } from '@churn/shared/schema/delivered-table';
import type { Artifact } from '@churn/shared/schema/stage-result';
import type { DuckDBConnection } from '@duckdb/node-api';
import { judgedTable } from './judge-delivery.ts';

/** Fixed, because a row group of another size is another file. */
const rowsPerGroup = 122_880;

const shapes = {
  customers: { columns: customerColumns, order: ['customer_id'] },
  transactions: { columns: transactionColumns, order: transactionColumns },
} as const;

/** Writes the accepted rows as Parquet, sorted so that rows of the same content are the same bytes. */
export function writeCleanedTable(
  connection: DuckDBConnection,
  store: ArtifactStore,
  table: DeliveredTable,
  report: CleaningReport,
): Promise<Artifact> {
  const { columns, order } = shapes[table];
  return store.add({ folder: 'clean', role: table, extension: 'parquet' }, async (path) => {
    await connection.run(
      `COPY (SELECT ${columns.join(', ')} FROM ${judgedTable[table]} WHERE rule IS NULL
         ORDER BY ${order.map((column) => `${column} NULLS LAST`).join(', ')})
       TO ${sqlText(path)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${rowsPerGroup})`,
    );
    return { rows: report[table].rowsAccepted };
  });
}
