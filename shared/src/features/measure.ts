/**
 * Days before as-of that count: a window of w days before as-of day A holds the days d with A - w <= d < A;
 * null holds all days before A.
 */
export type WindowDays = number | null;

/**
 * An exact integer over rows before as-of, from which formulas start. Integers make aggregates independent of row
 * order, threads and engine; a sum of doubles is not. `measureMeanings` says in words what each is.
 *
 * `age` is the days from a day to as-of, at least 1; an *active day* has at least one transaction; a `gap` is the days
 * between two active days that follow each other.
 */
export type Measure =
  | { readonly take: WindowedMeasure; readonly window: WindowDays }
  | { readonly take: PlainMeasure }
  | { readonly take: 'service_uses'; readonly service: KnownService };

/** Days of a block of `active_months`; windows of that measure hold whole blocks. */
export const monthDays = 30;

/** Counts and sums are zero in an empty window, the smallest and the largest are null. Amounts in hundredths. */
export type WindowedMeasure =
  | 'transactions'
  | 'refunds'
  | 'weekend_transactions'
  | 'support_transactions'
  | 'active_days'
  | 'active_months'
  | 'services'
  | 'amount'
  | 'refunded'
  | 'smallest_amount'
  | 'largest_amount'
  | 'amount_spread'
  | 'ages';

export type PlainMeasure =
  | 'first_age'
  | 'last_age'
  | 'last_purchase_age'
  | 'last_support_age'
  | 'last_amount'
  | 'gaps'
  | 'gap_days'
  | 'gap_spread'
  | 'longest_gap'
  | 'last_gap'
  | 'service_transactions'
  | 'service_squares'
  | 'top_service_transactions'
  | 'age'
  | 'tenure'
  | 'signup_known';

/** Services of a telecom, by the names that cleaning gives them. */
export type KnownService = 'voice' | 'data' | 'sms' | 'roaming' | 'tv' | 'support';

/** The measure as an SQL identifier, unique in the list: `amount_90`, `active_days_all`, `voice_uses`, `tenure`. */
export function measureName(measure: Measure): string {
  if ('service' in measure) return `${measure.service}_uses`;
  if ('window' in measure) return `${measure.take}_${measure.window ?? 'all'}`;
  return measure.take;
}
