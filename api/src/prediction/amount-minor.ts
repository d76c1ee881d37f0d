import { largestAmountMinor } from '@churn/shared/features/largest-amount';

/** In currency units: the largest that features can be computed of. */
export const largestAmount = largestAmountMinor / 100;

/**
 * An amount in currency units as a whole number of hundredths, or undefined where it has more than two decimals.
 * Exact: a double read from text with at most two decimals is the one nearest to k/100, and dividing k by 100 gives
 * that same double, since division rounds correctly.
 */
export function amountMinor(amount: number): number | undefined {
  const minor = Math.round(amount * 100);
  return minor / 100 === amount ? minor + 0 : undefined;
}
