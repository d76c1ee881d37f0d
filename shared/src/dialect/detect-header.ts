import type { DeliveredTable } from '../schema/delivered-table.ts';
import type { TableMapping } from './column-mapping.ts';
import { type Delimiter, delimiters, type Quote } from './dialect.ts';
import { type MatchedColumns, matchColumns } from './match-columns.ts';
import { splitRecord } from './split-record.ts';

export interface Header {
  readonly delimiter: Delimiter;
  /** Names as written, without blanks around them. */
  readonly names: readonly string[];
  readonly matched: MatchedColumns;
}

/** Reads the first record by the delimiter that makes most of the table's columns appear; by the comma where none does. */
export function detectHeader(
  record: string,
  table: DeliveredTable,
  quote: Quote | null,
  mapping: TableMapping = {},
  told?: Delimiter,
): Header {
  const candidates = (told === undefined ? delimiters : [told]).map((delimiter): Header => {
    const names = splitRecord(record, delimiter, quote).map((name) => name.trim());
    return { delimiter, names, matched: matchColumns(names, table, mapping) };
  });
  const found = ({ matched }: Header) => Object.keys(matched.places).length;
  return candidates.reduce((best, candidate) => (found(candidate) > found(best) ? candidate : best));
}
