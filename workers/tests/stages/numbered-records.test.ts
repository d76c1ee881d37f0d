import { mkdir, writeFile } from 'node:fs/promises';
import { numberedFileSql } from '@churn/shared/cleaning/numbered-file-sql';
import type { FileDialect } from '@churn/shared/dialect/dialect';
import { RecordScanner } from '@churn/shared/dialect/record-scanner';
import { splitRecord } from '@churn/shared/dialect/split-record';
import { withDuckDb } from '@churn/shared/platform/duckdb-session';
import { deliveredColumns } from '@churn/shared/schema/delivered-table';
import fc from 'fast-check';
import { numberRecords } from '../../src/clean/number-records.ts';
import { delivery } from './delivery.ts';

const dialect: FileDialect = {
  file: 'transactions.csv',
  compression: 'none',
  encoding: 'utf-8',
  delimiter: ',',
  quote: '"',
  header: [...deliveredColumns.transactions],
  dateFormat: 'iso',
  decimal: 'point',
};

test('the database reads every sound record as it was delivered, whatever stands between', async () => {
  await using given = await delivery();
  await mkdir(given.folder, { recursive: true });
  const path = given.path('transactions.csv');
  const letter = fc.constantFrom(
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
  );
  const text = fc.array(letter, { maxLength: 80 }).map((letters) => letters.join(''));
  const signal = new AbortController().signal;
  await withDuckDb({ threads: 2, temporaryDirectory: given.path('spill') }, async (connection) => {
    await fc.assert(
      fc.asyncProperty(text, async (rows) => {
        const content = `header,is,no,record\n${rows}`;
        await writeFile(path, content);
        await numberRecords(
          { table: 'transactions', path, dialect },
          `${path}.numbered`,
          `${path}.broken`,
          signal,
        );
        const sql = numberedFileSql(`${path}.numbered`, 'transactions', dialect);
        const read = await connection.runAndReadAll(`SELECT * FROM ${sql} ORDER BY line`);
        expect(read.getRowsJson()).toEqual(soundRecords(content));
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});

/** As the database has them: the line as a text, null for an unquoted or quoted empty field, line breaks as a space. */
function soundRecords(content: string): (string | null)[][] {
  const records: (string | null)[][] = [];
  const scanner = new RecordScanner(',', (bytes, start, end, { line, fields, fault }) => {
    if (line === 1 || fault !== null || fields !== 4) return;
    const record = Buffer.from(bytes.subarray(start, end)).toString();
    const values = splitRecord(record, ',').map((field) => field.replace(/[\r\n]+/g, ' '));
    records.push([String(line), ...values.map((value) => (value === '' ? null : value))]);
  });
  scanner.feed(Buffer.from(content));
  scanner.finish();
  return records;
}
