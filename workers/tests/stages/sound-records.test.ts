import { mkdir, writeFile } from 'node:fs/promises';
import { textsSql } from '@churn/shared/cleaning/texts-sql';
import { type FileDialect, mostBrokenLines } from '@churn/shared/dialect/dialect';
import { RecordScanner } from '@churn/shared/dialect/record-scanner';
import { splitRecord } from '@churn/shared/dialect/split-record';
import { sqlText, withDuckDb } from '@churn/shared/platform/duckdb-session';
import type { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { findRecords } from '../../src/clean/find-records.ts';
import { type DataRecordVisitor, scanDeliveredFile } from '../../src/clean/scan-delivered-file.ts';
import { soundFile } from '../../src/clean/sound-file.ts';
import { deliveredBytes } from '../../src/ingest/delivered-bytes.ts';
import { examineCsv } from '../../src/ingest/examine-csv.ts';
import { delivery, transactionsHeader } from './delivery.ts';

const signal = new AbortController().signal;
const nothingTold = { delimiter: null, quote: null, encoding: null, dateFormat: null, decimal: null };

/** The dialect that ingest finds, as far as the reading of records depends on it. */
async function dialectOf(path: string): Promise<FileDialect> {
  const found = await examineCsv('transactions', deliveredBytes(path, 'none'), 'none', nothingTold, {});
  if ('problems' in found) throw new Error(found.problems.join());
  return {
    file: 'transactions.csv',
    sha256: '',
    rows: found.rows,
    delivery: 0,
    arrivedOn: null,
    header: [...found.header],
    places: found.matched.places,
    dates: ['iso'],
    decimal: 'point',
    currency: null,
    csv: found.csv,
  };
}

async function recordsInDatabase(connection: DuckDBConnection, path: string, folder: string) {
  const dialect = await dialectOf(path);
  const file = { table: 'transactions', part: 0, path, dialect } as const;
  const readable = await soundFile(file, folder, signal);
  const read = await connection.runAndReadAll(textsSql('transactions', readable, dialect));
  expect(readable.soundRows + readable.brokenRows).toBe(dialect.rows);
  expect(read.currentRowCount).toBe(readable.soundRows);
  return { isOriginal: readable.path === path, rows: read.getRowsJson().map((row) => row.slice(0, 4)) };
}

test('the database reads every sound record as it was delivered, whatever stands between', async () => {
  await using given = await delivery();
  await mkdir(given.folder, { recursive: true });
  const path = given.path('transactions.csv');
  const letter = fc.constantFrom(
    ...[
      'a',
      'é',
      '"',
      '""',
      ',',
      ' ',
      '\n',
      '\r\n',
      '\r',
      '\t',
      "'",
      '\\',
      '#',
      ',,,',
      '1,2,3,4\n',
      '\n\ufeff',
    ],
  );
  const text = fc.array(letter, { maxLength: 80 }).map((letters) => letters.join(''));
  await withDuckDb({ threads: 2, temporaryDirectory: given.path('spill') }, async (connection) => {
    await fc.assert(
      fc.asyncProperty(text, async (rows) => {
        const content = `${transactionsHeader}\n1,2,3,4\n${rows}`;
        await writeFile(path, content);
        const { rows: read } = await recordsInDatabase(connection, path, given.folder);
        expect(read).toEqual(soundRecords(content));
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});

test('records found by their lines are those that a scan of the whole file finds', async () => {
  await using given = await delivery();
  await mkdir(given.folder, { recursive: true });
  const path = given.path('transactions.csv');
  const line = fc.constantFrom(
    '1,2,3,4',
    '1,2,3',
    '1,2,3,é',
    '"1",2,3,4',
    '1,"2,3,4',
    '1,"a\rb",3,4',
    '1,2,3,4,5',
    '',
  );
  const file = fc.tuple(fc.array(line, { maxLength: 40 }), fc.constantFrom('\n', '\r\n'), fc.boolean());
  let foundByLines = 0;
  await fc.assert(
    fc.asyncProperty(file, async ([lines, lineEnd, isEnded]) => {
      await writeFile(
        path,
        [transactionsHeader, '1,2,3,4', ...lines].join(lineEnd) + (isEnded ? lineEnd : ''),
      );
      const dialect = await dialectOf(path);
      const { brokenLines } = dialect.csv!;
      if (brokenLines === null) return;
      const wanted: Visited[] = [];
      const everyThird = ({ record }: Visited) => record.place === -1 || record.place % 3 === 0;
      const note =
        (into: Visited[]): DataRecordVisitor =>
        (bytes, start, end, record) => {
          into.push({ text: Buffer.from(bytes.subarray(start, end)).toString(), record: { ...record } });
        };
      const all: Visited[] = [];
      const nothing = async () => undefined;
      await scanDeliveredFile({ table: 'transactions', part: 0, path, dialect }, signal, note(all), nothing);
      const places = all.filter(({ record }) => record.place % 3 === 0).map(({ record }) => record.place);
      const take = note(wanted);
      const visit: DataRecordVisitor = (bytes, start, end, record) => {
        if (record.place === places[0]) places.shift();
        take(bytes, start, end, record);
      };
      await findRecords(path, brokenLines, signal, () => places[0], visit, nothing);
      expect(wanted.map(({ text, record: { line, place } }) => ({ text, line, place }))).toEqual(
        all.filter(everyThird).map(({ text, record: { line, place } }) => ({ text, line, place })),
      );
      foundByLines += 1;
    }),
    { numRuns: 300, seed: 11 },
  );
  expect(foundByLines).toBeGreaterThan(50);
});

test('the broken lines of a file are known up to so many', async () => {
  await using given = await delivery();
  await mkdir(given.folder, { recursive: true });
  const path = given.path('transactions.csv');
  for (const [broken, known] of [
    [mostBrokenLines, mostBrokenLines],
    [mostBrokenLines + 1, undefined],
  ] as const) {
    await writeFile(path, `${transactionsHeader}\n1,2,3,4\n${'1,2,3\n'.repeat(broken)}`);
    const { brokenLines } = (await dialectOf(path)).csv!;
    expect(brokenLines?.length).toBe(known);
  }
});

interface Visited {
  readonly text: string;
  readonly record: { readonly line: number; readonly place: number };
}

test("a well-formed file is read as it is, and the same as by the database's own reader", async () => {
  await using given = await delivery();
  const path = given.path('transactions.csv');
  const field = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', '1', 'é', ' ', '.', '-', "'"), maxLength: 6 }),
    fc
      .string({ unit: fc.constantFrom('a', ',', '"', ' ', ';'), minLength: 1, maxLength: 6 })
      .map((inside) => `"${inside.replaceAll('"', '""')}"`),
  );
  // A record of empty fields is sound; a line without any text is none.
  const record = fc.array(field, { minLength: 4, maxLength: 4 }).map((fields) => fields.join(','));
  const file = fc.record({
    records: fc.array(record, { minLength: 1, maxLength: 30 }),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    hasMark: fc.boolean(),
    endsWithLine: fc.boolean(),
  });
  await withDuckDb({ threads: 2, temporaryDirectory: given.path('spill') }, async (connection) => {
    await fc.assert(
      fc.asyncProperty(file, async ({ records, lineEnd, hasMark, endsWithLine }) => {
        const lines = [transactionsHeader, ...records].join(lineEnd);
        await writeFile(path, `${hasMark ? '\ufeff' : ''}${lines}${endsWithLine ? lineEnd : ''}`);
        const ours = await recordsInDatabase(connection, path, given.folder);
        const own = await connection.runAndReadAll(
          `SELECT * FROM read_csv(${sqlText(path)}, header = true, all_varchar = true, delim = ',', quote = '"')`,
        );
        expect(ours.isOriginal).toBe(true);
        expect(ours.rows).toEqual(own.getRowsJson());
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});

/** As the database has them: null for an unquoted or quoted empty field, line breaks as a blank. */
function soundRecords(content: string): (string | null)[][] {
  const records: (string | null)[][] = [];
  const scanner = new RecordScanner(
    { delimiter: ',', quote: '"' },
    (bytes, start, end, { line, fields, fault }) => {
      if (line === 1 || fault !== null || fields !== 4) return;
      const record = Buffer.from(bytes.subarray(start, end)).toString();
      const values = splitRecord(record, ',').map((field) => field.replace(/[\r\n]+/g, ' '));
      // The driver of the database drops a byte order mark that begins a text.
      records.push(values.map((value) => (value === '' ? null : value.replace(/^\ufeff/, ''))));
    },
  );
  scanner.feed(Buffer.from(content));
  scanner.finish();
  return records;
}
