/** Rows of the most telling fold on the rungs that schedules are made of; the last rung is all rows of all folds. */
export const rungRows = [500, 1_000, 1_500, 2_000, 3_000, 5_000] as const;

export type RungRows = (typeof rungRows)[number] | 'all';

/** One configuration, judged on every rung, so that any schedule can be simulated without a fit. */
export interface MeasuredTrial {
  /** 0 is the family's default. */
  readonly trial: number;
  readonly rungs: Partial<Record<RungRows, { readonly loss: number; readonly cpuSeconds: number }>>;
  /** Log loss of its settled form, fitted on all rows of the search, for customers that no search has seen. */
  readonly outer: number;
}
