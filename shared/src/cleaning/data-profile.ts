import { z } from 'zod';

const rows = z.number().int().nonnegative();

const distributionSchema = z.strictObject({
  filled: rows,
  empty: rows,
  /** Different values; of numbers and days, different groups. */
  distinct: rows,
  /** The largest groups of texts, largest first; all groups of numbers and days, in their order. */
  groups: z.array(z.strictObject({ label: z.string(), rows })),
  /** Filled rows of groups that are not listed. */
  otherRows: rows,
});

const columnSchema = z.strictObject({
  column: z.string(),
  kind: z.enum(['text', 'number', 'day']),
  /** Of all rows that could be split into fields: texts as delivered, numbers and days as read. */
  before: distributionSchema,
  /** Of the accepted rows. */
  after: distributionSchema,
});

/** What the columns hold, before cleaning and after (role `data-profile`). */
export const dataProfileSchema = z.strictObject({
  format: z.literal('churn-data-profile'),
  formatVersion: z.literal(1),
  customers: z.array(columnSchema),
  transactions: z.array(columnSchema),
});

export type DataProfile = Readonly<z.infer<typeof dataProfileSchema>>;
export type ColumnProfile = DataProfile['customers'][number];
export type Distribution = ColumnProfile['before'];
