/**
 * Largest amount of a transaction in hundredths (ten thousand million currency units). n·Σx² of a
 * hundred million rows of one customer then still fits into 127 bits, which is what SQL engines compute in.
 */
export const largestAmountMinor = 1_000_000_000_000;
