import type { z } from 'zod';
import type { FieldError } from '../http/problem.ts';

/** What zod found wrong with `input`, one entry a field, saying what was expected and only the kind of what came. */
export function fieldErrors(issues: readonly z.core.$ZodIssue[], input: unknown): FieldError[] {
  const byPointer = new Map<string, FieldError>();
  for (const issue of issues) {
    const received =
      issue.code === 'unrecognized_keys'
        ? `${issue.keys.length} other field${issue.keys.length === 1 ? '' : 's'}`
        : kindOf(valueAt(input, issue.path));
    const key = `${pointerTo(issue.path)} ${issue.message}`;
    byPointer.set(key, { pointer: pointerTo(issue.path), expected: issue.message, received });
  }
  return [...byPointer.values()];
}

/** A JSON pointer (RFC 6901) as a URI fragment. */
function pointerTo(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`);
  return `#${steps.join('')}`;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const step of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[step];
  return value;
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'string') return value === '' ? 'empty text' : 'text';
  if (typeof value === 'object') return 'an object';
  return `a ${typeof value}`;
}
