import { z } from 'zod';

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const expected = 'expected a number';

/** A number as a text of the command line. Empty text is none: taken for 0, an empty variable would switch a rule off. */
export function numberText<T extends z.ZodType<number, number>>(range: T) {
  return z.string(expected).trim().regex(decimal, expected).transform(Number).pipe(range);
}
