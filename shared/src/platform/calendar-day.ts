import { badInput } from './churn-error.ts';

const millisecondsPerDay = 86_400_000;
const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Whole days since 1970-01-01 (as DuckDB's and Parquet's DATE). Days, not instants: no time zone and no
 * daylight saving can move a transaction across an as-of date.
 */
export function dayNumber(day: string): number {
  const parsed = parseDay(day);
  if (parsed === undefined) {
    throw badInput('bad-date', `expected a calendar day as YYYY-MM-DD, got "${day}"`);
  }
  return parsed;
}

/** As `dayNumber`, but undefined for a text that is not a day of the calendar (such as 2023-02-29). */
export function parseDay(day: string): number | undefined {
  const match = isoDay.exec(day);
  if (match === null) return undefined;
  const milliseconds = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return new Date(milliseconds).toISOString().slice(0, 10) === day
    ? milliseconds / millisecondsPerDay
    : undefined;
}

/** `YYYY-MM-DD` of a number of whole days since 1970-01-01. */
export function dayText(days: number): string {
  return new Date(days * millisecondsPerDay).toISOString().slice(0, 10);
}
