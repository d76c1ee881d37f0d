import type { z } from 'zod';
import { badInput } from '../platform/churn-error.ts';

/** Parses and validates a JSON document of ours; refuses (`<kind>-unreadable`, `<kind>-invalid`) any other text. */
export function parseDocument<T>(schema: z.ZodType<T>, kind: string, text: string, where: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw badInput(
      `${kind}-unreadable`,
      `expected a ${kind} document in JSON at ${where}, got ${text.length} characters that do not parse`,
    );
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw badInput(
    `${kind}-invalid`,
    `expected a churn-${kind} document at ${where}, but ${issue?.path.join('.')}: ${issue?.message}`,
  );
}
