import { anyCurrency, currencySigns, signedNumber } from './amount-pattern.ts';
import type { DecimalMark } from './dialect.ts';
import { FormatVotes } from './format-votes.ts';

const currency = new RegExp(anyCurrency, 'i');
const readable = [new RegExp(signedNumber('point')), new RegExp(signedNumber('comma'))];
/** A mark before three digits, as where thousands are grouped. */
const grouped = {
  comma: /(^|[^\d])\d{1,3}(,\d{3})+([^\d.,]|$)/,
  point: /(^|[^\d])\d{1,3}([.]\d{3})+([^\d.,]|$)/,
};
const codes = currencySigns.map(([code, pattern]) => [code, new RegExp(`^(?:${pattern})$`, 'i')] as const);

/** Hears the amounts of a file and says which decimal mark and which currency they are written with. */
export class AmountVotes {
  readonly #marks = new FormatVotes<DecimalMark>();
  readonly #currencies = new FormatVotes<string>();

  hear(text: string): void {
    const sign = currency.exec(text)?.[0];
    const number = (sign === undefined ? text : text.replace(sign, '')).trim();
    if (!readable.some((pattern) => pattern.test(number))) return;
    const mark = decimalVote(number);
    if (mark !== undefined) this.#marks.add(mark);
    const code = sign === undefined ? undefined : codes.find(([, pattern]) => pattern.test(sign))?.[0];
    if (code !== undefined) this.#currencies.add(code);
  }

  decimal(told: DecimalMark | null): DecimalMark | { readonly problem: string } {
    if (told !== null) return told;
    const { verdict } = this.#marks;
    if (verdict.kind === 'contradictory') {
      return { problem: 'expected one decimal mark in amount, found point and comma: choose by --decimal' };
    }
    return verdict.kind === 'decided' ? verdict.format : 'point';
  }

  /** Null where no amount names a currency. */
  currency(): string | null | { readonly problem: string } {
    const { verdict } = this.#currencies;
    if (verdict.kind === 'contradictory') {
      const found = [...verdict.formats].sort().join(' and ');
      return {
        problem: `expected amounts of one currency, found ${found}: convert them, or deliver a file each`,
      };
    }
    return verdict.kind === 'decided' ? verdict.format : null;
  }
}

/**
 * The decimal mark a number speaks for, undefined where it has none. Where both marks stand in it the last one is the decimal
 * mark; a mark before three digits (1,234) may as well group thousands and tells nothing.
 * @internal Tests read single texts by it.
 */
export function decimalVote(number: string): DecimalMark | undefined {
  const comma = number.lastIndexOf(',');
  const point = number.lastIndexOf('.');
  if (comma === -1 && point === -1) return undefined;
  if (comma !== -1 && point !== -1) return comma > point ? 'comma' : 'point';
  const mark = comma === -1 ? 'point' : 'comma';
  return grouped[mark].test(number) ? undefined : mark;
}
