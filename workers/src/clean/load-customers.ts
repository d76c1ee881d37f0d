import { ordinaryCustomersSql } from '@churn/shared/cleaning/ordinary-customers-sql';
import { textsSql } from '@churn/shared/cleaning/texts-sql';
import type { DuckDBConnection } from '@duckdb/node-api';
import { type LoadedFile, loadRows } from './load-rows.ts';
import { ordinaryDatesOf } from './ordinary-dates-of.ts';
import { rowsTable } from './row-tables.ts';
import type { ReadableFile } from './sound-file.ts';

const sampledRows = 10_000;

/** Reads the customers into the table of rows: ordinary ones as values, others as texts. */
export async function loadCustomers(
  connection: DuckDBConnection,
  files: readonly ReadableFile[],
  folder: string,
  signal: AbortSignal,
): Promise<LoadedFile[]> {
  await connection.run(
    `CREATE TEMP TABLE ${rowsTable.customers} (customer_id VARCHAR, age INTEGER, gender VARCHAR,
       signup_date DATE, region VARCHAR, churn TINYINT, part INTEGER, odd VARCHAR)`,
  );
  const loaded: LoadedFile[] = [];
  for (const readable of files) {
    const { file } = readable;
    const sample = `(${textsSql('customers', readable, file.dialect)} LIMIT ${sampledRows})`;
    const dates = await ordinaryDatesOf(connection, sample, 'signup_date', file.dialect.dates);
    const rowsSql = (texts: string) => ordinaryCustomersSql(texts, file.part, dates);
    const offset = endOf(loaded);
    loaded.push(await loadRows(connection, rowsTable.customers, readable, offset, rowsSql, folder, signal));
    signal.throwIfAborted();
  }
  return loaded;
}

/** Where the rows of the next file begin. */
export function endOf(loaded: readonly LoadedFile[]): number {
  const last = loaded.at(-1);
  return last === undefined ? 0 : last.offset + last.soundRows;
}
