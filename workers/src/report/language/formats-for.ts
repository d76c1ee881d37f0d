import type { LanguageTag } from './language-tag.ts';

const space = '\u00a0';
const undefinedText = '–';

/** Numbers, days and lists as a reader of the language expects them, whatever the machine's locale. */
export interface Formats {
  /** `0.813`; a dash where there is no value. */
  readonly decimal: (value: number | null, digits?: number) => string;
  /** `81.3%` of a share. */
  readonly percent: (share: number | null, digits?: number) => string;
  /** `12,345`. */
  readonly count: (value: number) => string;
  /** `12,345.60` currency units. */
  readonly money: (value: number | null) => string;
  /** `1.23 s`. */
  readonly seconds: (value: number | null) => string;
  /** `23 µs`. */
  readonly microseconds: (value: number | null) => string;
  /** `1.4 MB`, by thousands. */
  readonly byteSize: (bytes: number) => string;
  /** A number of any size in four significant digits, without trailing zeros: settings of models. */
  readonly setting: (value: number | string | boolean) => string;
  /** `1 customer`, `2 customers`: which form a number takes differs by language. */
  readonly counted: (value: number, one: string, several: string) => string;
  /** The form alone. */
  readonly plural: (value: number, one: string, several: string) => string;
  /** `a, b and c`. */
  readonly listed: (items: readonly string[]) => string;
  /** A day written as YYYY-MM-DD. */
  readonly day: (day: string) => string;
}

export function formatsFor(tag: LanguageTag): Formats {
  // Each takes a millisecond to make, and a page has hundreds of numbers.
  const made = new Map<string, unknown>();
  const once = <Formatter>(key: string, make: () => Formatter): Formatter => {
    if (!made.has(key)) made.set(key, make());
    return made.get(key) as Formatter;
  };
  const numbers = (options: Intl.NumberFormatOptions) =>
    once(JSON.stringify(options), () => new Intl.NumberFormat(tag, { signDisplay: 'negative', ...options }));
  const plurals = () => once('plurals', () => new Intl.PluralRules(tag));
  const lists = () => once('lists', () => new Intl.ListFormat(tag === 'en' ? 'en-GB' : tag));
  const days = () =>
    once('days', () => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' }));
  const number = (value: number | null, options: Intl.NumberFormatOptions) =>
    value === null || !Number.isFinite(value)
      ? undefinedText
      : numbers(options).format(value).replace('-', '−');
  const fixed = (digits: number) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits });
  const decimal = (value: number | null, digits = 3) => number(value, fixed(digits));
  const count = (value: number) => number(Math.round(value), {});
  const measured = (value: number | null, digits: number, unit: string) =>
    value === null ? undefinedText : `${decimal(value, digits)}${space}${unit}`;
  const plural = (value: number, one: string, several: string) =>
    plurals().select(value) === 'one' ? one : several;
  return {
    decimal,
    percent: (share, digits = 1) => number(share, { style: 'percent', ...fixed(digits) }),
    count,
    money: (value) => decimal(value, 2),
    seconds: (value) => measured(value, 2, 's'),
    microseconds: (value) => measured(value, 0, 'µs'),
    byteSize: (bytes) => {
      if (bytes < 1_000) return `${bytes}${space}B`;
      if (bytes < 1_000_000) return `${decimal(bytes / 1_000, 0)}${space}kB`;
      return `${decimal(bytes / 1_000_000, 1)}${space}MB`;
    },
    setting: (value) =>
      typeof value === 'number'
        ? number(value, Number.isInteger(value) ? {} : { maximumSignificantDigits: 4 })
        : String(value),
    counted: (value, one, several) => `${count(value)} ${plural(value, one, several)}`,
    plural,
    listed: (items) => lists().format(items),
    day: (day) => {
      const date = new Date(day);
      return Number.isNaN(date.getTime()) ? day : days().format(date);
    },
  };
}
