import type { DuckDBConnection } from '@duckdb/node-api';
import type { DeliveredFile } from './delivered-file.ts';
import { setAsideTable } from './judge-delivery.ts';
import { readRows } from './read-rows.ts';
import { recordDecoder, scanDeliveredFile } from './scan-delivered-file.ts';

export interface SetAsideLine {
  readonly file: string;
  /** Number of the record's first line in the delivered file, from 1. */
  readonly line: number;
  /** Its text as delivered. */
  readonly raw: string;
  readonly rule: string;
}

/**
 * Hands over the lines that `where` (SQL over `line`, `rule`) chooses of those set aside, in the order of the file, with
 * their text as delivered. The file is read once more, beside the sorted line numbers; nothing is held but a chunk.
 */
export async function readSetAsideLines(
  connection: DuckDBConnection,
  file: DeliveredFile,
  where: string,
  signal: AbortSignal,
  take: (line: SetAsideLine) => void,
  afterChunk: () => Promise<void>,
): Promise<void> {
  const chosen = readRows(
    connection,
    `SELECT CAST(line AS DOUBLE), rule FROM ${setAsideTable[file.table]} WHERE ${where} ORDER BY line`,
  );
  const queue: (readonly [number, string])[] = [];
  let isExhausted = false;
  let at = 0;
  // As many as the next chunk can have: 1 MiB and what the one before left over, at two bytes or more a record.
  const refill = async () => {
    queue.splice(0, at);
    at = 0;
    while (!isExhausted && queue.length < recordsOfChunk) {
      const { value, done } = await chosen.next();
      if (done) isExhausted = true;
      else queue.push([Number(value[0]), String(value[1])]);
    }
  };
  await refill();
  if (queue.length === 0) return;
  const decoder = recordDecoder(file);
  await scanDeliveredFile(
    file,
    signal,
    (bytes, start, end, { line }) => {
      const next = queue[at];
      if (next === undefined || next[0] !== line) return;
      at += 1;
      take({ file: file.dialect.file, line, raw: decoder.decode(bytes.subarray(start, end)), rule: next[1] });
    },
    async () => {
      await afterChunk();
      await refill();
    },
  );
}

const recordsOfChunk = 1 << 20;
