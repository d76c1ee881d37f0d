import type { DateFormat } from './dialect.ts';

/**
 * How days are written, as regular expressions that JavaScript and RE2 (DuckDB) read alike: votes on the format and cleaning
 * take the same texts for days. Groups 1 to 3 are the parts that `order` names.
 */
export interface DatePattern {
  readonly pattern: string;
  readonly order: readonly ['year' | 'month' | 'day', 'year' | 'month' | 'day', 'year' | 'month' | 'day'];
}

const time = '(?:[T ,].*)?';
/** Also a zone right after the day, as in 2024-03-01Z and 2024-03-01-03:00. */
const timeOrZone = '(?:[T ,Z+-].*)?';
const slashed = `^(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})${time}$`;
const month = '([A-Za-zÀ-ÿ]{3,9})[.]?';

export const datePatterns: Readonly<Record<DateFormat, readonly DatePattern[]>> = {
  iso: [
    { pattern: `^(\\d{4})[-/ ](\\d{1,2})[-/ ](\\d{1,2})${timeOrZone}$`, order: ['year', 'month', 'day'] },
  ],
  compact: [{ pattern: '^(\\d{4})(\\d{2})(\\d{2})(?:[T ,].*|\\d{6})?$', order: ['year', 'month', 'day'] }],
  named: [
    {
      pattern: `^(\\d{1,2})(?:[-/ ]|[.] ?| de )${month}(?:[-/ ]| de )(\\d{4}|\\d{2})${time}$`,
      order: ['day', 'month', 'year'],
    },
    { pattern: `^${month} (\\d{1,2})(?:,? )(\\d{4})${time}$`, order: ['month', 'day', 'year'] },
  ],
  'day-first': [{ pattern: slashed, order: ['day', 'month', 'year'] }],
  'month-first': [{ pattern: slashed, order: ['month', 'day', 'year'] }],
};

/** First three letters of the months, without accents, in English and Portuguese. */
export const monthNames: readonly (readonly string[])[] = [
  ['jan'],
  ['feb', 'fev'],
  ['mar'],
  ['apr', 'abr'],
  ['may', 'mai'],
  ['jun'],
  ['jul'],
  ['aug', 'ago'],
  ['sep', 'set'],
  ['oct', 'out'],
  ['nov'],
  ['dec', 'dez'],
];

/** A year of two digits up to this one is of this century, above of the last (as POSIX has it). */
export const lastShortYear = 68;
