import type { z } from 'zod';

const kinds: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a number',
  string: 'text',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
};

const longestGot = 60;

/** What zod found wrong, said as what was expected; undefined where only zod has words for it. */
export function expectedText(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${kinds[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `expected ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`;
    case 'unrecognized_keys':
      return `expected no field ${issue.keys.map((key) => JSON.stringify(key)).join(', ')}`;
    case 'too_small':
      return withinText(issue.origin, issue.inclusive === false ? 'above' : 'of at least', issue.minimum);
    case 'too_big':
      return withinText(issue.origin, issue.inclusive === false ? 'below' : 'of at most', issue.maximum);
    default:
      return undefined;
  }
}

/** The same with what came, for documents whose text is not at hand. */
export function expectedAndGot(issue: z.core.$ZodRawIssue): string | undefined {
  const expected = expectedText(issue);
  if (expected === undefined || issue.code === 'unrecognized_keys') return expected;
  return `${expected}, got ${gotText(issue.input)}`;
}

/** What came, as JSON writes it, cut where it is long. */
export function gotText(value: unknown): string {
  const got = JSON.stringify(value) ?? 'nothing';
  return got.length > longestGot ? `${got.slice(0, longestGot)}…` : got;
}

function withinText(origin: string, relation: string, bound: number | bigint): string {
  if (origin === 'string') {
    return bound === 1 ? 'expected some text' : `expected text ${relation} ${bound} characters`;
  }
  if (origin === 'array') return `expected a list ${relation} ${bound} ${bound === 1 ? 'entry' : 'entries'}`;
  return `expected ${kinds[origin] ?? origin} ${relation} ${bound}`;
}
