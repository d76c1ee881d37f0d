import { badInput } from '@churn/shared/platform/churn-error';
import type { z } from 'zod';
import { expectedText, gotText } from './expected-text.ts';

/** Options of a command line as the schema has them. Refuses (exit 2) all that do not fit, by their flags; `words` are arguments. */
export function validOptions<T>(
  schema: z.ZodType<T>,
  raw: Record<string, unknown>,
  words: readonly string[] = [],
): T {
  const parsed = schema.safeParse(raw, { error: expectedText });
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => {
    const key = String(issue.path[0] ?? '');
    const flag = words.includes(key)
      ? `<${key}>`
      : `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    return `${flag}: ${issue.message}, got ${gotText(raw[key])}`;
  });
  throw badInput('bad-option', problems.join('; '));
}
