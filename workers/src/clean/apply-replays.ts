import { sqlText } from '@churn/shared/platform/duckdb-session';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { LoadedFile } from './load-rows.ts';
import { placeRecords } from './place-records.ts';
import type { Replay } from './replay.ts';
import { rowsTable } from './row-tables.ts';

const rowsOfStatement = 1000;

/**
 * Puts repaired texts in the place of the loaded rows of a file; a repaired line that was broken becomes a row after the others.
 * Rules judge them like any odd row.
 */
export async function applyReplays(
  connection: DuckDBConnection,
  loaded: LoadedFile,
  replays: readonly Replay[],
  signal: AbortSignal,
): Promise<LoadedFile> {
  const { file, offset, soundRows } = loaded;
  const own = replays.filter(({ table, part }) => table === file.table && part === file.part);
  if (own.length === 0) return loaded;
  const places = await placeRecords(file, new Set(own.map(({ line }) => line)), signal);
  const table = rowsTable[file.table];
  const packed = ({ texts }: Replay) => sqlText(texts.join('\u001f'));
  const sound = own.filter(({ line }) => places.get(line)! >= 0);
  for (const some of groupsOf(sound)) {
    const rows = some.map((replay) => `(${offset + places.get(replay.line)!}, ${packed(replay)})`);
    await connection.run(
      `UPDATE ${table} SET odd = repaired.odd FROM (VALUES ${rows.join(', ')}) AS repaired (record, odd)
       WHERE ${table}.rowid = repaired.record`,
    );
  }
  const broken = own.filter(({ line }) => places.get(line) === -1);
  for (const some of groupsOf(broken)) {
    const rows = some.map((replay) => `(${file.part}, ${packed(replay)})`);
    await connection.run(`INSERT INTO ${table} (part, odd) VALUES ${rows.join(', ')}`);
  }
  return {
    ...loaded,
    brokenRows: loaded.brokenRows - broken.length,
    replays: new Map(own.map((replay) => [replay.line, replay.raw])),
    appended: new Map(broken.map(({ line }, index) => [line, offset + soundRows + index])),
  };
}

function* groupsOf(replays: readonly Replay[]): Generator<readonly Replay[]> {
  for (let at = 0; at < replays.length; at += rowsOfStatement) yield replays.slice(at, at + rowsOfStatement);
}
