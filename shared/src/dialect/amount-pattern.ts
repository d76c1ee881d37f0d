import type { DecimalMark } from './dialect.ts';

/**
 * How amounts are written, as regular expressions that JavaScript and RE2 (DuckDB) read alike: votes on the decimal mark
 * and cleaning take the same texts for numbers.
 */
const blank = '[ \u00a0\u2009\u202f]';
const minus = '[-\u2212]';

/** Signs and codes of currencies; a longer sign goes before one that it ends with. */
export const currencySigns: readonly (readonly [code: string, pattern: string])[] = [
  ['BRL', 'R[$]|BRL'],
  ['USD', 'US[$]|USD|[$]'],
  ['EUR', '€|EUR'],
  ['GBP', '£|GBP'],
  ['JPY', '¥|JPY'],
  ['CHF', 'CHF|SFr[.]?'],
];

/** Any of the signs, to be matched whatever its case. */
export const anyCurrency = currencySigns.map(([, pattern]) => pattern).join('|');

export const decimalCharacters: Record<DecimalMark, string> = { point: '.', comma: ',' };

/** A number without sign: thousands grouped by the other mark, blanks, apostrophes or underscores, or not at all. */
function unsignedNumber(mark: DecimalMark): string {
  const decimal = `[${decimalCharacters[mark]}]`;
  const group = `(?:[${decimalCharacters[mark === 'point' ? 'comma' : 'point']}'\u2019_]|${blank})`;
  const grouped = `\\d{1,3}(?:${group}\\d{2,3})*${group}\\d{3}(?:${decimal}\\d*)?`;
  return `(?:\\d+(?:${decimal}\\d*)?|${decimal}\\d+|${grouped})`;
}

/** A signed number without currency: -5, - 5, 5-, (5). */
export function signedNumber(mark: DecimalMark): string {
  const number = unsignedNumber(mark);
  return `^(?:(?:[+]|${minus})?${blank}*${number}|${number}${blank}*${minus}|\\(${blank}*${number}${blank}*\\))$`;
}

/** True of a signed number that is below zero. */
export const negativeNumber = `^\\(|${minus}`;
