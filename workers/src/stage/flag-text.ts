import { z } from 'zod';

const expected = 'expected true, false, 1 or 0';

/** An option without a value: given on the command line, or as a text of the environment; false where it is neither. */
export const flagText = z
  .union(
    [
      z.boolean(),
      z.enum(['true', '1', 'false', '0', '']).transform((text) => text === 'true' || text === '1'),
    ],
    expected,
  )
  .default(false);
