import type { JsonValue } from '@churn/shared/schema/json-value';
import { valueText } from './value-text.ts';

export type TableRow = { readonly [column: string]: JsonValue };

/** Rows under the names of their columns, each column as wide as its widest cell; numbers stand at the right. */
export function tableLines(rows: readonly TableRow[], columns: readonly string[]): string[] {
  const cells = [columns, ...rows.map((row) => columns.map((column) => valueText(row[column] ?? null)))];
  const widths = columns.map((_, index) => Math.max(...cells.map((line) => line[index]!.length)));
  const atRight = columns.map((column) => rows.some((row) => typeof row[column] === 'number'));
  return cells.map((line) =>
    line
      .map((cell, index) => (atRight[index] ? cell.padStart(widths[index]!) : cell.padEnd(widths[index]!)))
      .join('  ')
      .trimEnd(),
  );
}
