import { ordinaryCustomersSql } from '@churn/shared/cleaning/ordinary-customers-sql';
import { textsSql } from '@churn/shared/cleaning/texts-sql';
import type { DuckDBConnection } from '@duckdb/node-api';
import { applyReplays } from './apply-replays.ts';
import { endOf, type LoadedFile, loadRows } from './load-rows.ts';
import { ordinaryDatesOf } from './ordinary-dates-of.ts';
import type { Replay } from './replay.ts';
import { rowsTable } from './row-tables.ts';
import type { ReadableFile } from './sound-file.ts';

const sampledRows = 2_000;

/** Reads the customers into the table of rows: ordinary ones as values, others as texts. */
export async function loadCustomers(
  connection: DuckDBConnection,
  files: readonly ReadableFile[],
  replays: readonly Replay[],
  folder: string,
  signal: AbortSignal,
): Promise<LoadedFile[]> {
  await connection.run(
    `CREATE TABLE ${rowsTable.customers} (customer_id VARCHAR, age INTEGER, gender VARCHAR,
       signup_date DATE, region VARCHAR, churn TINYINT, part INTEGER, odd VARCHAR)`,
  );
  const loaded: LoadedFile[] = [];
  for (const readable of files) {
    const { file } = readable;
    const sample = `(${textsSql('customers', readable, file.dialect)} LIMIT ${sampledRows})`;
    const dates = await ordinaryDatesOf(connection, sample, 'signup_date', file.dialect.dates);
    const rowsSql = (texts: string) => ordinaryCustomersSql(texts, file.part, dates);
    const offset = endOf(loaded);
    const rows = await loadRows(connection, rowsTable.customers, readable, offset, rowsSql, folder, signal);
    loaded.push(await applyReplays(connection, rows, replays, signal));
    signal.throwIfAborted();
  }
  return loaded;
}
