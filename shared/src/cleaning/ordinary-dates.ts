import type { DateFormat } from '../dialect/dialect.ts';
import { firstDaySql, lastDaySql } from './day-sql.ts';

/** The way in which most dates of a file are written, so that they can be read without regular expressions. */
export interface OrdinaryDates {
  readonly format: Exclude<DateFormat, 'named'>;
  /** Between the parts of a slashed date. */
  readonly separator: '/' | '.' | '-';
  /** A time follows after a blank or, in ISO dates, a T. */
  readonly hasTime: boolean;
}

/** SQL of the day of a text that is written as `dates` say; null, or no day, for any other text. */
export function ordinaryDaySql(text: string, { format, separator, hasTime }: OrdinaryDates): string {
  const day = hasTime
    ? format === 'iso'
      ? `SUBSTRING(${text}, 1, 10)`
      : `SPLIT_PART(${text}, ' ', 1)`
    : text;
  if (format === 'iso') return `TRY_CAST(${day} AS DATE)`;
  return `CAST(TRY_STRPTIME(${day}, '${strptimeFormat(format, separator)}') AS DATE)`;
}

/** SQL that is true where the day read from the text is certainly the one that `daySql` reads. `day` is that of `ordinaryDaySql`. */
export function isOrdinaryDaySql(text: string, day: string, dates: OrdinaryDates): string {
  const { format, separator, hasTime } = dates;
  const inCalendar = `${day} BETWEEN ${firstDaySql} AND ${lastDaySql}`;
  if (format === 'iso') {
    const written = hasTime
      ? `STARTS_WITH(${text}, CAST(${day} AS VARCHAR)) AND SUBSTRING(${text}, 11, 1) IN ('', ' ', 'T')`
      : // A cast reads other spellings, too. Writing the day again costs a quarter of what looking at the text does.
        `CAST(${day} AS VARCHAR) = ${text}`;
    return `${inCalendar} AND ${written}`;
  }
  const tail = hasTime ? '( .*)?' : '';
  const digits = format === 'compact' ? '\\d{8}' : `\\d{1,2}[${separator}]\\d{1,2}[${separator}]\\d{4}`;
  return `${inCalendar} AND REGEXP_FULL_MATCH(${text}, '${digits}${tail}')`;
}

function strptimeFormat(format: DateFormat, separator: string): string {
  if (format === 'compact') return '%Y%m%d';
  const [first, second] = format === 'day-first' ? ['%d', '%m'] : ['%m', '%d'];
  return [first, second, '%Y'].join(separator);
}
