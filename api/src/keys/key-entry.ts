import { z } from 'zod';
import { strictFields } from '../validation/strict-fields.ts';
import { scopes } from './scope.ts';

const id = 'a name of 1 to 64 letters, digits, dots, dashes and underscores';
const digest = '64 hexadecimal digits in lower case, the SHA-256 of the key';

/** One key as the file of keys names it: never the key itself. */
export const keyEntrySchema = strictFields({
  id: z.string(id).regex(/^[\w.-]{1,64}$/, id),
  sha256: z.string(digest).regex(/^[0-9a-f]{64}$/, digest),
  scopes: z
    .array(z.enum(scopes, `one of ${scopes.join(', ')}`), 'a list of scopes')
    .min(1, 'at least one scope'),
  expires: z.iso.date('a calendar day like 2027-01-01, from which on the key is refused').optional(),
});

export type KeyEntry = Readonly<z.infer<typeof keyEntrySchema>>;

/** The whole file: entries of which no two share their id or their key. */
export const keyEntriesSchema = z.array(keyEntrySchema, 'a list of keys').superRefine((entries, context) => {
  const ids = new Set<string>();
  const digests = new Set<string>();
  for (const [index, { id, sha256 }] of entries.entries()) {
    if (ids.has(id)) {
      context.addIssue({ code: 'custom', path: [index, 'id'], message: 'a name that no entry before has' });
    }
    if (digests.has(sha256)) {
      context.addIssue({
        code: 'custom',
        path: [index, 'sha256'],
        message: 'a key that no entry before has',
      });
    }
    ids.add(id);
    digests.add(sha256);
  }
});
