import { z } from 'zod';

/** How a customer's outcome is known, and who is asked about: fixed at training, repeated at scoring. */
export const labellingSchema = z.strictObject({
  /** `flag`: the churn column. `inactivity`: no transaction in the `horizonDays` days from the as-of date. */
  mode: z.enum(['flag', 'inactivity']),
  horizonDays: z.number().int().positive(),
  /** A customer is eligible with at least one transaction in the `lookbackDays` days before as-of; null: ever before it. */
  lookbackDays: z.number().int().positive().nullable(),
  /** `flag` only: features end this many days before the day on which the flags hold; absent: on that day. */
  gapDays: z.number().int().positive().exactOptional(),
});

export type Labelling = Readonly<z.infer<typeof labellingSchema>>;
