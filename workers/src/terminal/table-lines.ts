import type { JsonValue } from '@churn/shared/schema/json-value';
import { valueText } from './value-text.ts';

export type TableRow = { readonly [column: string]: JsonValue };

/** Rows under headers (by the names of the columns), each column as wide as its widest cell; numbers stand at the right. */
export function tableLines(rows: readonly TableRow[], headers: Readonly<Record<string, string>>): string[] {
  const columns = Object.keys(headers);
  const cells = [
    Object.values(headers),
    ...rows.map((row) => columns.map((column) => valueText(row[column] ?? null))),
  ];
  const widths = columns.map((_, index) => Math.max(...cells.map((line) => line[index]!.length)));
  const atRight = columns.map((column) => rows.some((row) => typeof row[column] === 'number'));
  return cells.map((line) =>
    line
      .map((cell, index) => (atRight[index] ? cell.padStart(widths[index]!) : cell.padEnd(widths[index]!)))
      .join('  ')
      .trimEnd(),
  );
}
