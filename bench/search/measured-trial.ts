/** One configuration, judged on every rung, so that any schedule can be simulated without a fit. */
export interface MeasuredTrial {
  /** 0 is the family's default. */
  readonly trial: number;
  /** By what a schedule calls a rung: so many rows of the most telling fold, fitted as cheaply as before a last rung, or `all`. */
  readonly rungs: Readonly<Record<string, { readonly loss: number; readonly cpuSeconds: number }>>;
  /** Log loss of its settled form, fitted on all rows of the search, for customers that no search has seen. */
  readonly outer: number;
}

/** Configurations of one family, and how many rows the most telling fold of their search has to fit on. */
export interface MeasuredFamily {
  readonly fitRows: number;
  readonly trials: readonly MeasuredTrial[];
}
