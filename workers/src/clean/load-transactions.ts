import type { CleaningSettings } from '@churn/shared/cleaning/cleaning-settings';
import { ordinaryTransactionsSql } from '@churn/shared/cleaning/ordinary-transactions-sql';
import { textsSql } from '@churn/shared/cleaning/texts-sql';
import type { DuckDBConnection } from '@duckdb/node-api';
import { applyReplays } from './apply-replays.ts';
import { endOf, type LoadedFile, loadRows } from './load-rows.ts';
import { customerKey } from './name-customers.ts';
import { ordinaryDatesOf } from './ordinary-dates-of.ts';
import type { Replay } from './replay.ts';
import { rowsTable } from './row-tables.ts';
import { sampleTransactions, spellingKey } from './sample-transactions.ts';
import type { ReadableFile } from './sound-file.ts';

const sampledRows = 10_000;

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
  await connection.run(
    `CREATE TEMP TABLE ${rowsTable.transactions} (customer ${customerKey}, transaction_date DATE, amount_minor BIGINT,
       spelling ${spellingKey}, is_decimal BOOLEAN, ${hasIds ? 'transaction_id VARCHAR, ' : ''}part INTEGER, odd VARCHAR)`,
  );
  const loaded: LoadedFile[] = [];
  for (const readable of files) {
    const { file } = readable;
    const sample = `(${textsSql('transactions', readable, file.dialect)} LIMIT ${sampledRows})`;
    const dates = await ordinaryDatesOf(connection, sample, 'transaction_date', file.dialect.dates);
    const { decimal } = file.dialect;
    const told = { dates, decimal, customerKey, spellingKey, hasDecimalIds, hasIds };
    const rowsSql = (texts: string) => ordinaryTransactionsSql(texts, file.part, told, settings);
    const offset = endOf(loaded);
    const rows = await loadRows(
      connection,
      rowsTable.transactions,
      readable,
      offset,
      rowsSql,
      folder,
      signal,
    );
    loaded.push(await applyReplays(connection, rows, replays, signal));
    signal.throwIfAborted();
  }
  return loaded;
}

/** Whether rows carry an id by which their like is known. */
export function hasTransactionIds(files: readonly ReadableFile[]): boolean {
  return files.some(({ file }) => file.dialect.places.transaction_id !== undefined);
}
