import { columnDeclarations } from '../dialect/column-declarations.ts';
import type { DeliveredTable } from '../schema/delivered-table.ts';

/** Our columns of a table as texts, in the order of their declaration. */
export function textColumns(table: DeliveredTable): string[] {
  return columnDeclarations[table].map(({ name }) => name);
}

/**
 * SQL of a text that no delivered text holds: a scan sets aside lines with control characters, and `textsSql` drops this one
 * from other files. It separates packed texts, and is the value that an enumeration has where it would have none.
 */
export const foreignTextSql = 'CHR(31)';

/** SQL of the texts of a row as one text. */
export function packedTextsSql(table: DeliveredTable): string {
  const texts = textColumns(table).map((name) => `COALESCE(${name}, '')`);
  return `CONCAT_WS(${foreignTextSql}, ${texts.join(', ')})`;
}

/** SQL that unpacks the texts again, as columns of their names. */
export function unpackedTextsSql(table: DeliveredTable, packed: string): string {
  return textColumns(table)
    .map((name, index) => `STRING_SPLIT(${packed}, ${foreignTextSql})[${index + 1}] AS ${name}`)
    .join(', ');
}
