import type { FileDialect } from '../dialect/dialect.ts';
import { sqlText } from '../platform/duckdb-session.ts';
import type { DeliveredTable } from '../schema/delivered-table.ts';
import { foreignTextSql, textColumns } from './text-columns.ts';

/** A file that the database reads as it is: UTF-8, a header, one record a line, every record with the fields of the header. */
export interface SoundFile {
  readonly path: string;
}

/** SQL of our columns of a delivered file as texts, in the order of its records; null where the file lacks a column. */
export function textsSql(table: DeliveredTable, file: SoundFile, dialect: FileDialect): string {
  return dialect.csv === null
    ? parquetTextsSql(table, file.path, dialect)
    : csvTextsSql(table, file, dialect, dialect.csv);
}

function csvTextsSql(
  table: DeliveredTable,
  { path }: SoundFile,
  { header, places }: FileDialect,
  { delimiter, quote }: { readonly delimiter: string; readonly quote: string | null },
): string {
  const columns = header.map((_, index) => `'field${index}': 'VARCHAR'`);
  const wanted = textColumns(table).map((name) =>
    places[name] === undefined ? `CAST(NULL AS VARCHAR) AS ${name}` : `field${places[name]} AS ${name}`,
  );
  const mark = sqlText(quote ?? '');
  return `SELECT ${wanted.join(', ')} FROM read_csv(${sqlText(path)}, auto_detect = false, header = true,
    delim = ${sqlText(delimiter)}, quote = ${mark}, escape = ${mark}, columns = {${columns.join(', ')}})`;
}

/** The one text that is ours alone becomes a blank: see `foreignTextSql`. */
function parquetTextsSql(table: DeliveredTable, path: string, { header, places }: FileDialect): string {
  const wanted = textColumns(table).map((name) => {
    const place = places[name];
    if (place === undefined) return `CAST(NULL AS VARCHAR) AS ${name}`;
    const column = `"${header[place]!.replaceAll('"', '""')}"`;
    return `REPLACE(CAST(${column} AS VARCHAR), ${foreignTextSql}, ' ') AS ${name}`;
  });
  return `SELECT ${wanted.join(', ')} FROM read_parquet(${sqlText(path)})`;
}
