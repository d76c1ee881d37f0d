const undefinedText = '–';

/** Numbers and days as a reader of the language expects them. @param {string} tag */
export function formatsFor(tag) {
  /** @param {Intl.NumberFormatOptions} options */
  const numbers = (options) => {
    const format = new Intl.NumberFormat(tag, { signDisplay: 'negative', ...options });
    /** @param {number | null} value */
    return (value) => (value === null ? undefinedText : format.format(value).replace('-', '−'));
  };
  /** @param {number} digits */
  const fixed = (digits) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits });
  const count = numbers({ maximumFractionDigits: 0 });
  const plurals = new Intl.PluralRules(tag);
  const days = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' });
  const moments = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' });
  const times = new Intl.DateTimeFormat(tag, { timeStyle: 'medium' });
  return {
    count,
    money: numbers(fixed(2)),
    /** @type {(value: number | null, digits: number) => string} */
    decimal: (value, digits) => numbers(fixed(digits))(value),
    /** As people type it, without marks between thousands. @type {(amount: number) => string} */
    typedAmount: numbers({ ...fixed(2), useGrouping: false }),
    /** `81.3%` of a share. @type {(share: number, digits?: number) => string} */
    percent: (share, digits = 1) => numbers({ style: 'percent', ...fixed(digits) })(share),
    /** @type {(value: number, one: string, several: string) => string} */
    counted: (value, one, several) => `${count(value)} ${plurals.select(value) === 'one' ? one : several}`,
    /** A day written as YYYY-MM-DD. @type {(day: string) => string} */
    day: (day) => dated(day, days),
    /** A moment in ISO 8601, in the reader's time zone. @type {(moment: string) => string} */
    moment: (moment) => dated(moment, moments),
    /** @type {(date: Date) => string} */
    time: (date) => times.format(date),
  };
}

/** @type {(text: string, format: Intl.DateTimeFormat) => string} */
function dated(text, format) {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? text : format.format(date);
}
