import { z } from 'zod';
import { expectedText } from './expected-text.ts';

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** A number as a text of the command line. Empty text is none: taken for 0, an empty variable would switch a rule off. */
export function numberText(range: z.ZodNumber) {
  const origin = range.isInt ? 'int' : 'number';
  const expected = `expected ${range.isInt ? 'a whole number' : 'a number'}`;
  // Of a bound zod does not tell which kind of number it bounds.
  const error = (issue: z.core.$ZodRawIssue) =>
    issue.code === 'too_small' || issue.code === 'too_big' ? expectedText({ ...issue, origin }) : expected;
  return z
    .string(expected)
    .trim()
    .regex(decimal, expected)
    .transform((text, context) => {
      const parsed = range.safeParse(Number(text), { error });
      if (parsed.success) return parsed.data;
      context.addIssue({ code: 'custom', message: parsed.error.issues[0]!.message });
      return z.NEVER;
    });
}
