import { cleaningRules } from '@churn/shared/cleaning/cleaning-rules';
import type { RecordFault } from '@churn/shared/dialect/found-record';
import { RecordScanner } from '@churn/shared/dialect/record-scanner';
import { splitRecord } from '@churn/shared/dialect/split-record';
import { badInput } from '@churn/shared/platform/churn-error';
import { deliveredTables } from '@churn/shared/schema/delivered-table';
import { z } from 'zod';
import { readUserText, type UserText } from '../inputs/read-user-text.ts';
import { expectedText } from '../stage/expected-text.ts';
import type { DeliveredFile } from './delivered-file.ts';
import type { DeliveredFiles } from './judge-delivery.ts';
import { recordTexts } from './record-texts.ts';
import type { Replay } from './replay.ts';

/** A row of the quarantine; what it was set aside for may stay in it. */
const rowSchema = z.object({
  file: z.string().min(1),
  line: z.coerce.number().int().positive(),
  raw: z.string(),
  rule: z.string().optional(),
});
type Row = z.infer<typeof rowSchema>;

/** Measured: 255 MiB, 1.4 million rows, take 3.7 GB of memory, fourteen times their bytes. */
export const largestReplayMebibytes = 256;

const faultNames: Readonly<Record<RecordFault, string>> = {
  'open-quote': 'a quote that does not end',
  'text-after-quote': 'text after a closing quote',
  'lone-carriage-return': 'a carriage return alone',
  'control-character': 'a control character',
};

/** The file of repaired rows as an input of the stage, and its text. */
export function readReplayFile(path: string): Promise<UserText> {
  return readUserText({
    option: '--replay',
    role: 'replay',
    path,
    kind: 'a file of repaired rows',
    largestMebibytes: largestReplayMebibytes,
  });
}

/** Parses repaired rows, NDJSON as the quarantine or CSV with the columns file, line and raw; refuses (exit 2) with all that is wrong. */
export function parseReplays(text: string, files: DeliveredFiles): Replay[] {
  const rows = text.trimStart().startsWith('{') ? jsonRows(text) : csvRows(text);
  const problems: string[] = [];
  const replays: Replay[] = [];
  const seen = new Set<string>();
  rows.forEach((value, index) => {
    const parsed = rowSchema.safeParse(value, { error: expectedText });
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      problems.push(`row ${index + 1}: ${issue?.path.join('.')}: ${issue?.message}`);
      return;
    }
    const replay = replayOf(parsed.data, files);
    const where = `${parsed.data.file}:${parsed.data.line}`;
    if (typeof replay === 'string') problems.push(`${where}: ${replay}`);
    else if (seen.has(`${replay.table} ${where}`))
      problems.push(`${where}: expected one row for the line, found several`);
    else replays.push(replay);
    if (typeof replay !== 'string') seen.add(`${replay.table} ${where}`);
  });
  if (rows.length === 0) problems.push('expected repaired rows, found none');
  if (problems.length > 0) throw refusedReplay(problems);
  return replays;
}

export function refusedReplay(problems: readonly string[]) {
  return badInput(
    'bad-replay',
    `expected repaired rows of the quarantine, but ${problems.slice(0, 5).join('; ')}`,
    problems,
  );
}

function replayOf({ file: name, line, raw, rule }: Row, files: DeliveredFiles): Replay | string {
  const ruleTable = cleaningRules.find(({ id }) => id === rule)?.table;
  const found = deliveredTables
    .filter((table) => ruleTable === undefined || table === ruleTable)
    .flatMap((table): DeliveredFile[] => files[table].filter(({ dialect }) => dialect.file === name));
  const [file, other] = found;
  if (file === undefined) return 'expected the name of a delivered file';
  if (other !== undefined) return 'expected the rule beside the row, both tables have a file of this name';
  const texts = recordTexts(file, raw);
  if (texts === undefined) return `expected a record with ${file.dialect.header.length} fields`;
  return { table: file.table, part: file.part, file: name, line, raw, texts };
}

function jsonRows(text: string): unknown[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      try {
        return JSON.parse(line) as unknown;
      } catch {
        throw refusedReplay([`row ${index + 1}: expected a JSON object on a line of its own`]);
      }
    });
}

function csvRows(text: string): unknown[] {
  const records: string[][] = [];
  const problems: string[] = [];
  const scanner = new RecordScanner({ delimiter: ',', quote: '"' }, (bytes, start, end, found) => {
    const columns = records[0]?.length ?? found.fields;
    if (found.fault !== null)
      problems.push(`line ${found.line}: expected a whole record, got ${faultNames[found.fault]}`);
    else if (found.fields !== columns)
      problems.push(`line ${found.line}: expected ${columns} fields, got ${found.fields}`);
    records.push(splitRecord(Buffer.from(bytes.subarray(start, end)).toString(), ','));
  });
  scanner.feed(Buffer.from(text));
  scanner.finish();
  if (problems.length > 0) throw refusedReplay(problems);
  const [header = [], ...rows] = records;
  return rows.map((fields) => Object.fromEntries(header.map((name, index) => [name.trim(), fields[index]])));
}
