import type { CleaningSettings } from '@churn/shared/cleaning/cleaning-settings';
import { sqlText } from '@churn/shared/platform/duckdb-session';
import { type DeliveredTable, deliveredTables } from '@churn/shared/schema/delivered-table';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { DeliveredFile } from './delivered-file.ts';
import { judgeCustomers } from './judge-customers.ts';
import { judgeTransactions } from './judge-transactions.ts';
import { loadCustomers } from './load-customers.ts';
import type { LoadedFile } from './load-rows.ts';
import { hasTransactionIds, loadTransactions } from './load-transactions.ts';
import { nameCustomers } from './name-customers.ts';
import { partsTable } from './row-tables.ts';
import { type ReadableFile, soundFile } from './sound-file.ts';

export type DeliveredFiles = Readonly<Record<DeliveredTable, readonly DeliveredFile[]>>;
export type LoadedFiles = Readonly<Record<DeliveredTable, readonly LoadedFile[]>>;

/** Reads all files into the database and judges every row; leaves the tables of `row-tables.ts`. */
export async function judgeDelivery(
  connection: DuckDBConnection,
  files: DeliveredFiles,
  settings: CleaningSettings,
  folder: string,
  signal: AbortSignal,
): Promise<LoadedFiles> {
  // Rows of files are the large side of every join, and come first in it: their number is not known before they are read.
  await connection.run(`SET disabled_optimizers = 'join_order,build_side_probe_side'`);
  for (const table of deliveredTables) await nameParts(connection, table, files[table]);
  const soundCustomers = await soundFiles(files.customers, folder, signal);
  // Scanned while the database reads the customers.
  const scanned = soundFiles(files.transactions, folder, signal);
  scanned.catch(() => undefined);
  const customers = await loadCustomers(connection, soundCustomers, folder, signal);
  await judgeCustomers(connection, files.customers);
  await nameCustomers(connection);
  signal.throwIfAborted();
  const transactions = await loadTransactions(connection, await scanned, settings, folder, signal);
  await judgeTransactions(connection, files.transactions, settings, hasTransactionIds(transactions));
  signal.throwIfAborted();
  return { customers, transactions };
}

async function soundFiles(
  files: readonly DeliveredFile[],
  folder: string,
  signal: AbortSignal,
): Promise<ReadableFile[]> {
  const sound: ReadableFile[] = [];
  for (const file of files) sound.push(await soundFile(file, folder, signal));
  return sound;
}

async function nameParts(
  connection: DuckDBConnection,
  table: DeliveredTable,
  files: readonly DeliveredFile[],
): Promise<void> {
  const rows = files.map(({ part, dialect: { delivery, arrivedOn } }) => {
    const arrived = arrivedOn === null ? 'NULL' : sqlText(arrivedOn);
    return `(CAST(${part} AS INTEGER), CAST(${delivery} AS INTEGER), CAST(${arrived} AS DATE))`;
  });
  await connection.run(
    `CREATE TEMP TABLE ${partsTable[table]} AS
     SELECT * FROM (VALUES ${rows.join(', ')}) AS parts (part, delivery, arrived_on)`,
  );
}
