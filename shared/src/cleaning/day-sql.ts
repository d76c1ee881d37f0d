import type { DateFormat } from '../dialect/dialect.ts';

const time = '([T ,].*)?';

/** For each format: what a text looks like and which of its groups are year, month and day. */
const patterns: Record<DateFormat, readonly [pattern: string, year: number, month: number, day: number]> = {
  iso: [`^(\\d{4})-(\\d{1,2})-(\\d{1,2})${time}$`, 1, 2, 3],
  compact: ['^(\\d{4})(\\d{2})(\\d{2})$', 1, 2, 3],
  'day-first': [`^(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})${time}$`, 3, 2, 1],
  'month-first': [`^(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})${time}$`, 3, 1, 2],
};

/**
 * SQL of the day a text names; null where it is no day of the calendar from 1900 to 2099. A time of day and a zone after
 * the day are left out: the day is the one written, in no time zone.
 */
export function daySql(text: string, format: DateFormat): string {
  const [pattern, year, month, day] = patterns[format];
  const iso = `REGEXP_REPLACE(${text}, '${pattern}', '\\${year}-\\${month}-\\${day}')`;
  const date = `TRY_CAST(CASE WHEN REGEXP_MATCHES(${text}, '${pattern}') THEN ${iso} END AS DATE)`;
  return `CASE WHEN ${date} BETWEEN DATE '1900-01-01' AND DATE '2099-12-31' THEN ${date} END`;
}
