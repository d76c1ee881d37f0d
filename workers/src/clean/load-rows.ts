import { textsSql } from '@churn/shared/cleaning/texts-sql';
import type { DuckDBConnection } from '@duckdb/node-api';
import { insertInOrder } from './row-order.ts';
import { type ReadableFile, rewrittenFile } from './sound-file.ts';

/** Rows of a file in the table of rows: those from `offset` on, one for each sound record in their order, then the appended. */
export interface LoadedFile extends ReadableFile {
  readonly offset: number;
  /** Repaired records by their line. */
  readonly replays: ReadonlyMap<number, string>;
  /** Of those, the rows of lines that were broken, by their line. */
  readonly appended: ReadonlyMap<number, number>;
}

/** Where the rows of the next file begin. */
export function endOf(loaded: readonly LoadedFile[]): number {
  const last = loaded.at(-1);
  return last === undefined ? 0 : last.offset + last.soundRows + last.appended.size;
}

/**
 * Appends the rows of a file to `table`; `rowsSql` makes them of the texts. The database must find exactly the records that
 * the scan has found: where it finds others, it reads the sound records written once more instead.
 */
export async function loadRows(
  connection: DuckDBConnection,
  table: string,
  readable: ReadableFile,
  offset: number,
  rowsSql: (texts: string) => string,
  folder: string,
  signal: AbortSignal,
): Promise<LoadedFile> {
  const { file, soundRows, isRewritten } = readable;
  const hasOtherWay = !isRewritten && file.dialect.csv !== null;
  const texts = textsSql(file.table, readable, file.dialect);
  await connection.run('BEGIN TRANSACTION');
  const inserted = await insertInOrder(connection, `INSERT INTO ${table} ${rowsSql(texts)}`).catch(
    (error: unknown) => (hasOtherWay ? String(error) : Promise.reject(error)),
  );
  if (inserted === soundRows) {
    await connection.run('COMMIT');
    return { ...readable, offset, replays: new Map(), appended: new Map() };
  }
  await connection.run('ROLLBACK');
  signal.throwIfAborted();
  if (!hasOtherWay) {
    throw new Error(`expected ${soundRows} rows in ${file.dialect.file}, the database reads ${inserted}`);
  }
  const rewritten = await rewrittenFile(file, folder, signal);
  return loadRows(connection, table, rewritten, offset, rowsSql, folder, signal);
}
