/**
 * Days before as-of that count: a window of w days before as-of day A holds the days d with A - w <= d < A;
 * null holds all days before A.
 */
export type WindowDays = number | null;

/**
 * An exact integer over rows before as-of, from which formulas start. Integers make aggregates independent of row
 * order, threads and engine; a sum of doubles is not.
 *
 * Most are taken over a customer's *active days* (days with at least one transaction), where `amount` is the day's
 * total in hundredths, `gap` the days since the previous active day, and `age` the days from a day to as-of.
 * `spread` is n·Σx² − (Σx)² over single values: n(n − 1) times their sample variance.
 */
export type Measure =
  | { readonly take: WindowedCount | WindowedAmount | 'amount_spread'; readonly window: WindowDays }
  | { readonly take: 'first_age' | 'last_age' | 'last_purchase_age' | 'last_amount' }
  | { readonly take: 'gaps' | 'gap_days' | 'gap_spread' | 'longest_gap' | 'last_gap' }
  | { readonly take: 'service_transactions' | 'top_service_transactions' }
  | { readonly take: 'age' | 'tenure' | 'signup_known' };

/** Zero in an empty window. */
export type WindowedCount = 'transactions' | 'refunds' | 'active_days' | 'services';

/** In hundredths; sums are zero in an empty window, the smallest and the largest are null. */
export type WindowedAmount = 'amount' | 'refunded' | 'smallest_amount' | 'largest_amount';

/** The measure as an SQL identifier, unique in the list: `amount_90`, `active_days_all`, `tenure`. */
export function measureName(measure: Measure): string {
  if (!('window' in measure)) return measure.take;
  return `${measure.take}_${measure.window ?? 'all'}`;
}
