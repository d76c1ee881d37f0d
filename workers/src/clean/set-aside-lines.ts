import { brokenLineRule } from '@churn/shared/cleaning/broken-line-rule';
import { sqlText } from '@churn/shared/platform/duckdb-session';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { DeliveredFile } from './delivered-file.ts';
import { findRecords } from './find-records.ts';
import type { LoadedFile } from './load-rows.ts';
import { readParquetRows } from './parquet-rows.ts';
import { type ChosenPlace, PlaceQueue } from './place-queue.ts';
import { packedRecordTexts } from './record-texts.ts';
import { examplesTable, rowsTable, setAsideTable } from './row-tables.ts';
import { type DataRecordVisitor, scanDeliveredFile } from './scan-delivered-file.ts';

/**
 * SQL of the texts of one record in sixteen, and of the last that has some: with those a line is compared. A place that is off is off for
 * every record after it.
 */
const checkedTexts = `CASE WHEN record % 16 = 0 OR record = MAX(IF(odd IS NULL, NULL, record)) OVER () THEN odd END`;

export interface SetAsideLine {
  readonly file: string;
  /** Number of the record's first line in the delivered file, from 1; of the row in a file without lines. */
  readonly line: number;
  /** Its text as delivered, or as repaired. */
  readonly raw: string;
  readonly rule: string;
  /** The value after cleaning, where the line is an example. */
  readonly became: string | null;
}

/** Which lines are wanted. */
export interface WantedLines {
  /** Those set aside by these rules. */
  readonly rules: readonly string[];
  /** And those chosen as examples. */
  readonly examples: boolean;
}

/**
 * Hands over the lines of a file that rules have set aside, in the order of the file, with their text as delivered. The file
 * is read once more, beside the sorted places of the records; nothing is held but a chunk.
 */
export async function readSetAsideLines(
  connection: DuckDBConnection,
  loaded: LoadedFile,
  { rules, examples }: WantedLines,
  signal: AbortSignal,
  take: (line: SetAsideLine) => void,
  afterChunk: () => Promise<void>,
): Promise<void> {
  const { file, offset, soundRows } = loaded;
  const setAside = `SELECT record, rule, CAST(NULL AS VARCHAR) AS became FROM ${setAsideTable[file.table]}
    WHERE rule IN (${rules.map(sqlText).join(', ')})`;
  const wanted = examples
    ? `${setAside} UNION ALL SELECT record, rule, became FROM ${examplesTable[file.table]}`
    : setAside;
  const chosenSql = (from: number, to: number) =>
    `SELECT CAST(record - ${from} AS DOUBLE) AS place, rule, ${checkedTexts} AS odd, became FROM (${wanted})
     LEFT JOIN (SELECT rowid AS record, odd FROM ${rowsTable[file.table]} WHERE odd IS NOT NULL) USING (record)
     WHERE record >= ${from} AND record < ${to} ORDER BY record, rule`;
  const name = file.dialect.file;
  const hand = (line: number, delivered: () => string, { rule, texts, became }: ChosenPlace) => {
    const raw = loaded.replays.get(line) ?? delivered();
    if (texts !== null) checkTexts(file, line, raw, texts);
    take({ file: name, line, raw, rule, became });
  };
  if (file.dialect.csv === null) {
    await readParquetRows(connection, loaded, chosenSql(offset, offset + soundRows), hand);
    await afterChunk();
    return;
  }
  // One query after the other: a new one ends what is read of another.
  const appended = await rulesOfAppended(connection, loaded, chosenSql);
  const chosen = await PlaceQueue.open(connection, chosenSql(offset, offset + soundRows));
  const brokenRule = rules.find((rule) => rule === brokenLineRule[file.table]);
  const hasBroken = brokenRule !== undefined && loaded.brokenRows > 0;
  if (chosen.isEmpty && appended.size === 0 && !hasBroken) return;
  // What stands in the file is handed over, a byte order mark, too.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const brokenPlace = (line: number): ChosenPlace | undefined => {
    if (loaded.appended.has(line)) return appended.get(line);
    return brokenRule === undefined ? undefined : { rule: brokenRule, texts: null, became: null };
  };
  const visit: DataRecordVisitor = (bytes, start, end, { line, place }) => {
    // True of nearly every record: nothing is made for it.
    if (place !== -1 && place !== chosen.nextPlace) return;
    const delivered = () => decoder.decode(bytes.subarray(start, end));
    const broken = place === -1 ? brokenPlace(line) : undefined;
    if (broken !== undefined) hand(line, delivered, broken);
    for (let found = chosen.take(place); found !== undefined; found = chosen.take(place)) {
      hand(line, delivered, found);
    }
  };
  const afterRecords = async () => {
    await afterChunk();
    await chosen.refill();
  };
  const { brokenLines } = file.dialect.csv;
  if (brokenLines === null) await scanDeliveredFile(file, signal, visit, afterRecords);
  else await findRecords(file.path, brokenLines, signal, () => chosen.nextPlace, visit, afterRecords);
}

/** Of repaired lines that were broken, those that are set aside again. */
async function rulesOfAppended(
  connection: DuckDBConnection,
  { offset, soundRows, appended }: LoadedFile,
  chosenSql: (from: number, to: number) => string,
): Promise<ReadonlyMap<number, ChosenPlace>> {
  if (appended.size === 0) return new Map();
  const from = offset + soundRows;
  const queue = await PlaceQueue.open(connection, chosenSql(from, from + appended.size));
  const found = new Map<number, ChosenPlace>();
  for (const [line, record] of appended) {
    const place = queue.take(record - from);
    if (place !== undefined) found.set(line, place);
  }
  return found;
}

/** The row that was judged must be the record at this place of the file, or every line number would be wrong. */
function checkTexts(file: DeliveredFile, line: number, raw: string, packed: string): void {
  // The driver of the database drops a byte order mark that begins a text.
  if (packedRecordTexts(file, raw)?.replace(/^\ufeff/, '') === packed) return;
  throw new Error(
    `expected the record at line ${line} of ${file.dialect.file} to be the one judged, got another`,
  );
}
