import { datePatterns, lastShortYear, monthNames } from '../dialect/date-patterns.ts';
import type { DateFormat } from '../dialect/dialect.ts';
import { sqlText } from '../platform/duckdb-session.ts';

/** First and last day that is taken for one, as SQL. */
export const firstDaySql = "DATE '1900-01-01'";
export const lastDaySql = "DATE '2099-12-31'";

/**
 * SQL of the day a text names in any of the formats; null where it is no day of the calendar from 1900 to 2099. A time of day
 * and a zone after the day are left out: the day is the one written, in no time zone.
 */
export function daySql(text: string, formats: readonly DateFormat[]): string {
  const cases = formats
    .flatMap((format) => datePatterns[format])
    .map(({ pattern, order }) => {
      const place = (part: 'year' | 'month' | 'day') => `\\${order.indexOf(part) + 1}`;
      const written = `${place('year')}-${place('month')}-${place('day')}`;
      return `WHEN REGEXP_MATCHES(${text}, ${sqlText(pattern)}) THEN REGEXP_REPLACE(${text}, ${sqlText(pattern)}, '${written}')`;
    });
  const steps = [wholeYearSql, ...(formats.includes('named') ? [numberedMonthSql] : []), calendarDaySql];
  const day = steps.reduce(
    (value, step) => `LIST_TRANSFORM([${value}], lambda w: ${step('w')})[1]`,
    `CASE ${cases.join(' ')} END`,
  );
  if (!formats.includes('iso')) return day;
  // Most texts are such, and need no pattern. A cast overlooks what stands after the first digit of the day: it is written again.
  const isoDay = calendarDaySql(text);
  return `CASE WHEN CAST(${isoDay} AS VARCHAR) = ${text} THEN ${isoDay} ELSE ${day} END`;
}

/** Year, month and day with the century, where the year has two digits. */
function wholeYearSql(written: string): string {
  const century = `CASE WHEN LEFT(${written}, 2) <= '${lastShortYear}' THEN '20' ELSE '19' END`;
  return `CASE WHEN ${written}[3] = '-' THEN ${century} || ${written} ELSE ${written} END`;
}

/** Year, month and day with a number for the month, where it is a name. */
function numberedMonthSql(written: string): string {
  const part = (index: number) => `SPLIT_PART(${written}, '-', ${index})`;
  const months = monthNames.flatMap((names, index) =>
    names.map((name) => `WHEN '${name}' THEN '${index + 1}'`),
  );
  const month = `CASE LOWER(LEFT(STRIP_ACCENTS(${part(2)}), 3)) ${months.join(' ')} END`;
  return `CASE WHEN ${part(2)} > '9' THEN ${part(1)} || '-' || ${month} || '-' || ${part(3)} ELSE ${written} END`;
}

function calendarDaySql(iso: string): string {
  const date = `TRY_CAST(${iso} AS DATE)`;
  return `CASE WHEN ${date} BETWEEN ${firstDaySql} AND ${lastDaySql} THEN ${date} END`;
}
