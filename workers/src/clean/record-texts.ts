import { textColumns } from '@churn/shared/cleaning/text-columns';
import { RecordScanner } from '@churn/shared/dialect/record-scanner';
import { splitRecord } from '@churn/shared/dialect/split-record';
import type { DeliveredFile } from './delivered-file.ts';

/**
 * The texts of our columns in a record as it was delivered (`raw`), as the database has them: in the order of the columns, line
 * breaks as blanks, empty where there is none. Undefined where `raw` is not one record with the fields of the header. A row of
 * Parquet is a JSON object of its columns.
 */
export function recordTexts(file: DeliveredFile, raw: string): string[] | undefined {
  const { table, dialect } = file;
  const fields = dialect.csv === null ? parquetFields(file, raw) : csvFields(file, raw);
  return (
    fields &&
    textColumns(table).map((name) => fields[dialect.places[name] ?? -1]?.replace(/[\r\n]+/g, ' ') ?? '')
  );
}

function csvFields({ dialect }: DeliveredFile, raw: string): string[] | undefined {
  const { header } = dialect;
  const csv = dialect.csv!;
  let records = 0;
  let isWhole = true;
  const scanner = new RecordScanner(csv, (_bytes, _start, _end, { fault, fields }) => {
    records += 1;
    isWhole &&= fault === null && fields === header.length;
  });
  scanner.feed(Buffer.from(raw));
  scanner.finish();
  return records === 1 && isWhole ? splitRecord(raw, csv.delimiter, csv.quote) : undefined;
}

function parquetFields({ dialect }: DeliveredFile, raw: string): string[] | undefined {
  let row: unknown;
  try {
    row = JSON.parse(raw);
  } catch {
    return undefined;
  }
  if (row === null || typeof row !== 'object') return undefined;
  const values = row as Record<string, unknown>;
  return dialect.header.map((name) => (values[name] == null ? '' : String(values[name])));
}
