import type { FileDialect } from '../dialect/dialect.ts';
import { sqlText } from '../platform/duckdb-session.ts';
import { type DeliveredTable, deliveredColumns } from '../schema/delivered-table.ts';

/**
 * SQL that reads a numbered file: UTF-8, no header, the line number before the fields of the header, one record a line.
 * Every value stays a text, so that leading zeros survive and cleaning judges what was delivered.
 */
export function numberedFileSql(
  path: string,
  table: DeliveredTable,
  { header, delimiter }: FileDialect,
): string {
  const columns = ["'line': 'BIGINT'", ...header.map((_, index) => `'field${index}': 'VARCHAR'`)];
  const wanted = deliveredColumns[table].map((name) => `field${header.indexOf(name)} AS ${name}`);
  return `(SELECT line, ${wanted.join(', ')} FROM read_csv(${sqlText(path)}, auto_detect = false, header = false,
    delim = ${sqlText(delimiter)}, quote = '"', escape = '"', new_line = '\\n', columns = {${columns.join(', ')}}))`;
}
