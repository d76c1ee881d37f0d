import { amountOfText } from './amount-of-text.js';
import { dayOfText } from './day-of-text.js';

/** A transaction as it stands in the form. @typedef {{ date: string, amount: string, service: string }} TypedTransaction */
/** A line that is none. @typedef {{ text: string, expected: 'date' | 'amount' | 'columns' }} RefusedLine */

/**
 * Transactions of lines `date,amount,service`, the service optional. A line's delimiter is the tab, semicolon or comma
 * found in it, in this order, so that decimal commas are safe behind the first two. A first line of names is passed over.
 * @param {string} text
 */
export function pastedLines(text) {
  /** @type {TypedTransaction[]} */
  const transactions = [];
  /** @type {RefusedLine[]} */
  const refused = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line.trim() === '') continue;
    const [date = '', amount = '', service = '', ...more] = cellsOf(line);
    const isFirst = transactions.length === 0 && refused.length === 0;
    if (isFirst && !/\d/.test(line)) continue;
    const wrong =
      amount === '' || more.length > 0
        ? 'columns'
        : dayOfText(date) === undefined
          ? 'date'
          : amountOfText(amount) === undefined
            ? 'amount'
            : undefined;
    if (wrong === undefined) transactions.push({ date, amount, service });
    else refused.push({ text: line, expected: wrong });
  }
  return { transactions, refused };
}

/** @param {string} line */
function cellsOf(line) {
  const delimiter = ['\t', ';'].find((mark) => line.includes(mark)) ?? ',';
  const cell = new RegExp(`\\s*(?:"((?:[^"]|"")*)"\\s*|([^${delimiter}]*))(?:${delimiter}|$)`, 'y');
  const cells = [];
  for (let at = 0; at <= line.length; at = Math.max(cell.lastIndex, at + 1)) {
    cell.lastIndex = at;
    const found = cell.exec(line);
    if (found === null) return [];
    cells.push((found[1]?.replaceAll('""', '"') ?? found[2] ?? '').trim());
    if (cell.lastIndex === line.length && !line.endsWith(delimiter)) break;
  }
  return cells;
}
