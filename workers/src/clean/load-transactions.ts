import type { CleaningSettings } from '@churn/shared/cleaning/cleaning-settings';
import {
  type OrdinaryTransactions,
  ordinaryTransactionsSql,
} from '@churn/shared/cleaning/ordinary-transactions-sql';
import { textColumns } from '@churn/shared/cleaning/text-columns';
import { textsSql } from '@churn/shared/cleaning/texts-sql';
import type { DuckDBConnection } from '@duckdb/node-api';
import { applyReplays } from './apply-replays.ts';
import { groupFiles } from './group-files.ts';
import { endOf, type LoadedFile, loadRows } from './load-rows.ts';
import { customerKey, knownCustomers } from './name-customers.ts';
import { ordinaryDatesOf } from './ordinary-dates-of.ts';
import type { Replay } from './replay.ts';
import { insertInOrder } from './row-order.ts';
import { rowsTable } from './row-tables.ts';
import { sampleTransactions, spellingKey } from './sample-transactions.ts';
import type { ReadableFile } from './sound-file.ts';

const sampledRows = 2_000;
const stagedTable = 'staged_transactions';

/** Reads the transactions into the table of rows: ordinary ones as values, others as texts. */
export async function loadTransactions(
  connection: DuckDBConnection,
  files: readonly ReadableFile[],
  settings: CleaningSettings,
  replays: readonly Replay[],
  folder: string,
  signal: AbortSignal,
): Promise<LoadedFile[]> {
  const hasIds = hasTransactionIds(files);
  const { hasDecimalIds } = await sampleTransactions(connection, files);
  const keys = { customerKey, spellingKey, hasDecimalIds, hasIds };
  await connection.run(
    `CREATE TABLE ${rowsTable.transactions} AS SELECT customer, CAST(NULL AS DATE) AS transaction_date,
       CAST(NULL AS BIGINT) AS amount_minor, CAST(NULL AS ${spellingKey}) AS spelling, CAST(NULL AS BOOLEAN) AS is_decimal,
       ${hasIds ? 'CAST(NULL AS VARCHAR) AS transaction_id, ' : ''}CAST(NULL AS INTEGER) AS part, CAST(NULL AS VARCHAR) AS odd
     FROM ${knownCustomers} LIMIT 0`,
  );
  const loaded: LoadedFile[] = [];
  const load = async (readable: ReadableFile, table: string, rowsSql: (texts: string) => string) => {
    const rows = await loadRows(connection, table, readable, endOf(loaded), rowsSql, folder, signal);
    signal.throwIfAborted();
    return rows;
  };
  for (const group of groupFiles(await withDates(connection, files), replays)) {
    const { dates, decimal, files: several } = group;
    const told: OrdinaryTransactions = { dates, decimal, ...keys };
    const [only, another] = several;
    if (only !== undefined && another === undefined) {
      const rowsSql = (texts: string) =>
        ordinaryTransactionsSql(texts, String(only.file.part), told, settings);
      const rows = await load(only, rowsTable.transactions, rowsSql);
      loaded.push(await applyReplays(connection, rows, replays, signal));
      continue;
    }
    const columns = textColumns('transactions').map((name) => `${name} VARCHAR`);
    await connection.run(`CREATE OR REPLACE TABLE ${stagedTable} (part INTEGER, ${columns.join(', ')})`);
    for (const readable of several) {
      loaded.push(
        await load(readable, stagedTable, (texts) => `SELECT ${readable.file.part}, * FROM (${texts})`),
      );
    }
    const staged = `SELECT * FROM ${stagedTable}`;
    await insertInOrder(
      connection,
      `INSERT INTO ${rowsTable.transactions} ${ordinaryTransactionsSql(staged, 'part', told, settings)}`,
    );
  }
  await connection.run(`DROP TABLE IF EXISTS ${stagedTable}`);
  return loaded;
}

async function withDates(connection: DuckDBConnection, files: readonly ReadableFile[]) {
  const dated = [];
  for (const readable of files) {
    const { dialect } = readable.file;
    const sample = `(${textsSql('transactions', readable, dialect)} LIMIT ${sampledRows})`;
    const dates = await ordinaryDatesOf(connection, sample, 'transaction_date', dialect.dates);
    dated.push({ readable, dates });
  }
  return dated;
}

/** Whether rows carry an id by which their like is known. */
export function hasTransactionIds(files: readonly ReadableFile[]): boolean {
  return files.some(({ file }) => file.dialect.places.transaction_id !== undefined);
}
