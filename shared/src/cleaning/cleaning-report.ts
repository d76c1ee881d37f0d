import { z } from 'zod';

const countsSchema = z.strictObject({
  /** Name of the delivered file; where there are several, how many. */
  file: z.string(),
  /** Data rows of all files; `rowsAccepted` + `rowsMerged` + `rowsQuarantined`. */
  rowsDelivered: z.number().int(),
  rowsAccepted: z.number().int(),
  /** Dropped, since a row that says the same was accepted. */
  rowsMerged: z.number().int(),
  rowsQuarantined: z.number().int(),
});

export const cleaningReportSchema = z.strictObject({
  format: z.literal('churn-cleaning-report'),
  formatVersion: z.literal(1),
  customers: countsSchema,
  transactions: countsSchema,
  /** Every rule, also those that no row met; `rows` counts rows set aside or merged, or accepted rows that were changed or kept. */
  rules: z.array(
    z.strictObject({
      id: z.string(),
      table: z.enum(['customers', 'transactions']),
      column: z.string(),
      action: z.enum(['quarantine', 'merge', 'null', 'fix', 'keep']),
      reason: z.string(),
      rows: z.number().int(),
      /** Largest share of the file's rows allowed; null where rows are not set aside. */
      budget: z.number().nullable(),
    }),
  ),
});

/** What cleaning did, in numbers (role `cleaning-report`). */
export type CleaningReport = Readonly<z.infer<typeof cleaningReportSchema>>;
export type CleaningCounts = CleaningReport['customers'];
