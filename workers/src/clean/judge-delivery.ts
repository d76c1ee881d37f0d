import { sqlText } from '@churn/shared/platform/duckdb-session';
import { type DeliveredTable, deliveredTables } from '@churn/shared/schema/delivered-table';
import type { DuckDBConnection } from '@duckdb/node-api';
import { acceptCustomers } from './accept-customers.ts';
import { acceptTransactions } from './accept-transactions.ts';
import { checkPatterns } from './apply-user-rules.ts';
import type { CleanSettings } from './clean-settings.ts';
import type { DeliveredFile } from './delivered-file.ts';
import { judgeCustomers } from './judge-customers.ts';
import { judgeTransactions } from './judge-transactions.ts';
import { loadCustomers } from './load-customers.ts';
import type { LoadedFile } from './load-rows.ts';
import { hasTransactionIds, loadTransactions } from './load-transactions.ts';
import { nameCustomers } from './name-customers.ts';
import { joinAsWritten } from './row-order.ts';
import { partsTable } from './row-tables.ts';
import { type ReadableFile, soundFile } from './sound-file.ts';

export type DeliveredFiles = Readonly<Record<DeliveredTable, readonly DeliveredFile[]>>;
export type LoadedFiles = Readonly<Record<DeliveredTable, readonly LoadedFile[]>>;

export interface JudgedDelivery {
  readonly files: LoadedFiles;
  /** How many rows each rule of the user met that sets none aside. */
  readonly keptByUserRules: ReadonlyMap<string, number>;
}

/** Reads all files into the database and judges every row; leaves the tables of `row-tables.ts`. */
export async function judgeDelivery(
  connection: DuckDBConnection,
  files: DeliveredFiles,
  settings: CleanSettings,
  folder: string,
  signal: AbortSignal,
): Promise<JudgedDelivery> {
  await joinAsWritten(connection);
  await checkPatterns(connection, settings.userRules);
  for (const table of deliveredTables) await nameParts(connection, table, files[table]);
  const soundCustomers = await soundFiles(files.customers, folder, signal);
  // Scanned while the database reads the customers.
  const scanned = soundFiles(files.transactions, folder, signal);
  scanned.catch(() => undefined);
  const customers = await loadCustomers(connection, soundCustomers, settings.replays, folder, signal);
  await judgeCustomers(connection, files.customers);
  const rulesOf = (table: DeliveredTable) => settings.userRules.filter((rule) => rule.table === table);
  const keptCustomers = await acceptCustomers(connection, rulesOf('customers'));
  await nameCustomers(connection);
  signal.throwIfAborted();
  const transactions = await loadTransactions(
    connection,
    await scanned,
    settings,
    settings.replays,
    folder,
    signal,
  );
  const hasIds = hasTransactionIds(transactions);
  await judgeTransactions(connection, files.transactions, settings, hasIds);
  signal.throwIfAborted();
  const keptTransactions = await acceptTransactions(connection, rulesOf('transactions'), hasIds);
  return {
    files: { customers, transactions },
    keptByUserRules: new Map([...keptCustomers, ...keptTransactions]),
  };
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
    `CREATE TABLE ${partsTable[table]} AS
     SELECT * FROM (VALUES ${rows.join(', ')}) AS parts (part, delivery, arrived_on)`,
  );
}
