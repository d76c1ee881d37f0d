import { z } from 'zod';
import { expectedAndGot, expectedText } from '../../src/stage/expected-text.ts';

test.each([
  ['expected a list of at least 1 entry', z.array(z.string()).min(1), []],
  ['expected a list of at least 2 entries', z.array(z.string()).min(2), ['a']],
  ['expected a list of at most 1 entry', z.array(z.string()).max(1), ['a', 'b']],
  ['expected some text', z.string().min(1), ''],
  ['expected text of at least 2 characters', z.string().min(2), 'a'],
  ['expected a number of at least 1', z.number().min(1), 0],
  ['expected a number above 0', z.number().gt(0), 0],
])('%s', (expected, schema, value) => {
  const messageWith = (error: typeof expectedText) =>
    schema.safeParse(value, { error }).error!.issues[0]!.message;
  expect(messageWith(expectedText)).toBe(expected);
  expect(messageWith(expectedAndGot)).toBe(`${expected}, got ${JSON.stringify(value)}`);
});
