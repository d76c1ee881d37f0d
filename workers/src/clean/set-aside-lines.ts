import { brokenLineRule } from '@churn/shared/cleaning/broken-line-rule';
import { textColumns } from '@churn/shared/cleaning/text-columns';
import { splitRecord } from '@churn/shared/dialect/split-record';
import { sqlText } from '@churn/shared/platform/duckdb-session';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { DeliveredFile } from './delivered-file.ts';
import type { LoadedFile } from './load-rows.ts';
import { PlaceQueue } from './place-queue.ts';
import { rowsTable, setAsideTable } from './row-tables.ts';
import { scanDeliveredFile } from './scan-delivered-file.ts';

export interface SetAsideLine {
  readonly file: string;
  /** Number of the record's first line in the delivered file, from 1. */
  readonly line: number;
  /** Its text as delivered. */
  readonly raw: string;
  readonly rule: string;
}

/**
 * Hands over the lines of a file that rules have set aside, in the order of the file, with their text as delivered. The file
 * is read once more, beside the sorted places of the records; nothing is held but a chunk. `rules`: only lines of these.
 */
export async function readSetAsideLines(
  connection: DuckDBConnection,
  loaded: LoadedFile,
  rules: readonly string[],
  signal: AbortSignal,
  take: (line: SetAsideLine) => void,
  afterChunk: () => Promise<void>,
): Promise<void> {
  const { file, offset, soundRows } = loaded;
  const chosen = await PlaceQueue.open(
    connection,
    `SELECT CAST(record - ${offset} AS DOUBLE), rule, odd FROM ${setAsideTable[file.table]}
     LEFT JOIN (SELECT rowid AS record, odd FROM ${rowsTable[file.table]} WHERE odd IS NOT NULL) USING (record)
     WHERE record >= ${offset} AND record < ${offset + soundRows} AND rule IN (${rules.map(sqlText).join(', ')})
     ORDER BY record`,
  );
  const brokenRule = rules.find((rule) => rule === brokenLineRule[file.table]);
  const hasBroken = brokenRule !== undefined && loaded.brokenRows > 0;
  if (chosen.isEmpty && !hasBroken) return;
  const decoder = new TextDecoder();
  const name = file.dialect.file;
  await scanDeliveredFile(
    file,
    signal,
    (bytes, start, end, { line, place }) => {
      const isBroken = place === -1;
      const set = isBroken ? undefined : chosen.take(place);
      const rule = isBroken ? brokenRule : set?.rule;
      if (rule === undefined) return;
      const raw = decoder.decode(bytes.subarray(start, end));
      if (set?.texts != null) checkTexts(file, line, raw, set.texts);
      take({ file: name, line, raw, rule });
    },
    async () => {
      await afterChunk();
      await chosen.refill();
    },
  );
}

/** The row that was judged must be the record at this place of the file, or every line number would be wrong. */
function checkTexts({ table, dialect }: DeliveredFile, line: number, raw: string, packed: string): void {
  const { places, csv } = dialect;
  const fields = splitRecord(raw, csv!.delimiter, csv!.quote);
  const expected = textColumns(table).map(
    (name) => fields[places[name] ?? -1]?.replace(/[\r\n]+/g, ' ') ?? '',
  );
  if (expected.join('\u001f') === packed) return;
  throw new Error(`expected the record at line ${line} of ${dialect.file} to be the one judged, got another`);
}
