import type { JsonValue } from '@churn/shared/schema/json-value';
import { shownColumns } from './shown-columns.ts';
import { type TableRow, tableLines } from './table-lines.ts';
import { isList, valueText } from './value-text.ts';

/** Longer values that have parts take a line for each part. */
const longestLine = 90;

/** One line a metric, `selectionLogLoss` as `selection log loss`; a list of records is a table, what is null is left out. */
export function metricLines(metrics: Readonly<Record<string, JsonValue>>): string[] {
  const told = Object.entries(metrics).filter(([, value]) => value !== null);
  const width = Math.max(0, ...told.map(([name]) => wordsOf(name).length));
  return told.flatMap(([name, value]) => {
    const text = valueText(value);
    const isTable = isList(value) && value.length > 0 && value.every(isRecord);
    if (isTable || (typeof value === 'object' && text.length > longestLine)) {
      return [wordsOf(name), ...partLines(name, value!).map((line) => `  ${line}`)];
    }
    return [`${wordsOf(name).padEnd(width)}  ${text}`];
  });
}

function partLines(name: string, value: JsonValue): string[] {
  if (isList(value)) {
    if (!value.every(isRecord)) return value.map(valueText);
    const own = Object.fromEntries(
      value.flatMap((row) => Object.keys(row)).map((column) => [column, column]),
    );
    return tableLines(value, shownColumns[name] ?? own);
  }
  const parts = Object.entries(value as TableRow).filter(([, part]) => part !== null);
  const width = Math.max(...parts.map(([part]) => wordsOf(part).length));
  return parts.map(([part, one]) => `${wordsOf(part).padEnd(width)}  ${valueText(one)}`);
}

function isRecord(value: JsonValue): value is TableRow {
  return typeof value === 'object' && value !== null && !isList(value);
}

function wordsOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
