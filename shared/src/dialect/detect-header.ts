import { type DeliveredTable, deliveredColumns } from '../schema/delivered-table.ts';
import { type Delimiter, delimiters } from './dialect.ts';
import { splitRecord } from './split-record.ts';

export interface Header {
  readonly delimiter: Delimiter;
  /** Trimmed and lower-cased. */
  readonly columns: readonly string[];
}

/** Reads the first record by the delimiter that makes most of the table's columns appear; by the comma where none does. */
export function detectHeader(record: string, table: DeliveredTable, told?: Delimiter): Header {
  const required: readonly string[] = deliveredColumns[table];
  const candidates = (told === undefined ? delimiters : [told]).map((delimiter) => {
    const columns = splitRecord(record, delimiter).map((name) => name.trim().toLowerCase());
    return { delimiter, columns, found: required.filter((name) => columns.includes(name)).length };
  });
  const { delimiter, columns } = candidates.reduce((best, candidate) =>
    candidate.found > best.found ? candidate : best,
  );
  return { delimiter, columns };
}

/** What keeps a header from being the table's: one sentence a problem. */
export function headerProblems(columns: readonly string[], table: DeliveredTable): string[] {
  const required = deliveredColumns[table];
  const missing = required.filter((name) => !columns.includes(name));
  const twice = required.filter((name) => columns.indexOf(name) !== columns.lastIndexOf(name));
  const seen = columns.map((name) => name.slice(0, 40) || '(blank)').slice(0, 20);
  return [
    ...missing.map((name) => `expected a column ${name}, the header has ${seen.join(', ')}`),
    ...twice.map((name) => `expected one column ${name}, the header has it more than once`),
  ];
}

/** Columns that no stage reads. */
export function ignoredColumns(columns: readonly string[], table: DeliveredTable): string[] {
  const required: readonly string[] = deliveredColumns[table];
  return columns.filter((name) => !required.includes(name));
}
