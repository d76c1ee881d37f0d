import { z } from 'zod';

/** An object with exactly these fields; the names that came instead are not repeated, they may be personal. */
export function strictFields<T extends z.ZodRawShape>(shape: T, fields = Object.keys(shape).join(', ')) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? `only the fields ${fields}` : 'an object'),
  });
}
