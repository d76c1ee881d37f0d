import { textColumns } from '@churn/shared/cleaning/text-columns';
import type { CsvDialect, FileDialect } from '@churn/shared/dialect/dialect';
import { RecordScanner } from '@churn/shared/dialect/record-scanner';
import { splitRecord } from '@churn/shared/dialect/split-record';
import type { DeliveredFile } from './delivered-file.ts';

/**
 * The texts of our columns in a record as it was delivered (`raw`), as the database has them: in the order of the columns, line
 * breaks as blanks, empty where there is none. Undefined where `raw` is not one record with the fields of the header. A row of
 * Parquet is a JSON object of its columns.
 */
export function recordTexts(file: DeliveredFile, raw: string): string[] | undefined {
  const { csv } = file.dialect;
  const isWhole = csv === null || isOneRecord(file, csv, raw);
  return isWhole ? textsOf(file, raw) : undefined;
}

/** Packs the texts of a record that is known to be one. */
export function packedRecordTexts(file: DeliveredFile, raw: string): string | undefined {
  return textsOf(file, raw)?.join('\u001f');
}

function textsOf({ table, dialect }: DeliveredFile, raw: string): string[] | undefined {
  const { csv, places } = dialect;
  const fields = csv === null ? parquetFields(dialect, raw) : splitRecord(raw, csv.delimiter, csv.quote);
  return (
    fields && textColumns(table).map((name) => (fields[places[name] ?? -1] ?? '').replace(/[\r\n]+/g, ' '))
  );
}

function isOneRecord({ dialect }: DeliveredFile, csv: CsvDialect, raw: string): boolean {
  let records = 0;
  let isWhole = true;
  const scanner = new RecordScanner(csv, (_bytes, _start, _end, { fault, fields }) => {
    records += 1;
    isWhole &&= fault === null && fields === dialect.header.length;
  });
  scanner.feed(Buffer.from(raw));
  scanner.finish();
  return records === 1 && isWhole;
}

function parquetFields(dialect: FileDialect, raw: string): string[] | undefined {
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
