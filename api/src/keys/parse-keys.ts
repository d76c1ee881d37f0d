import { badInput } from '@churn/shared/platform/churn-error';
import { fieldErrors } from '../validation/field-errors.ts';
import { keyEntriesSchema } from './key-entry.ts';
import { KeyRing } from './key-ring.ts';

/** The keys in the text of a file. Errors say where and what was expected, and never repeat what came: it may be a key. */
export function parseKeys(text: string, path: string): KeyRing {
  const written = jsonOf(text, path);
  const parsed = keyEntriesSchema.safeParse(written);
  if (!parsed.success) {
    const wrong = fieldErrors(parsed.error.issues, written).map(
      ({ pointer, expected, received }) => `${pointer}: expected ${expected}, got ${received}`,
    );
    throw badInput('bad-keys-file', `${path}${wrong.join('; ')}`);
  }
  return new KeyRing(parsed.data);
}

function jsonOf(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const [place] = /line \d+ column \d+/.exec(String(error)) ?? ['from its start or up to its end'];
    throw badInput(
      'bad-keys-file',
      `${path}: expected a list of keys in JSON, got text that does not parse (${place})`,
    );
  }
}
