import type { z } from 'zod';
import { Problem } from '../http/problem.ts';
import { fieldErrors } from './field-errors.ts';

/** A long list can be wrong in every row; an answer that lists them all helps nobody. */
export const mostErrorsListed = 100;

/** The body as the schema gives it; refuses with one entry a wrong field. */
export function validated<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const errors = fieldErrors(parsed.error.issues, body);
  const listed = errors.slice(0, mostErrorsListed);
  const rest = errors.length > listed.length ? `, the first ${listed.length} are listed` : '';
  throw new Problem(
    'invalid-request',
    `expected every field as /openapi.json describes it, ${errors.length} cannot be used${rest}`,
    listed,
  );
}
