import type { Labelling } from '@churn/shared/schema/labelling';

/** Who is in the table, of those with a transaction before as-of. */
export interface ScoredCustomers {
  /** As in `Labelling`. */
  readonly lookbackDays: number | null;
  /** Of the model. */
  readonly labelling: Pick<Labelling, 'mode' | 'horizonDays'>;
  /** Whether customers who have left are left out: by their flag, and where the label is inactivity by a horizon without a transaction. */
  readonly leaveOutChurned: boolean;
}
