import { divide, inCurrencyUnits, standardDeviation } from './expression.ts';
import type { FeatureDeclaration, NumericFeature } from './feature-declaration.ts';
import type { WindowDays, WindowedMeasure } from './measure.ts';
import { numericFeature } from './numeric-feature.ts';

/** How much happened in the windows before as-of. */
export const windowFeatures: readonly FeatureDeclaration[] = [
  ...counts('transactions', 'number of transactions', 'transactions', [7, 30, 90, 180, 365, null]),
  ...counts('active_days', 'number of days with a transaction', 'days', [30, 90, 180, 365, null]),
  ...counts(
    'active_months',
    'number of 30-day blocks, counted back from as-of, with a transaction',
    'blocks of 30 days',
    [180, 360],
  ),
  ...counts('services', 'number of different services used', 'services', [90, 180, null]),
  ...counts('refunds', 'number of refunds', 'refunds', [90, null]),
  ...amounts('amount', 'amount spent, less refunds,', [7, 30, 90, 180, 365, null]),
  ...amounts('refunded', 'amount refunded', [90, null]),
  ...[90, 365, null].map((window) =>
    numericFeature(
      `mean_amount_${window ?? 'all'}`,
      `mean amount of a transaction ${inWindow(window)}`,
      'currency units',
      inCurrencyUnits(
        divide({ measure: { take: 'amount', window } }, { measure: { take: 'transactions', window } }),
      ),
    ),
  ),
  numericFeature(
    'amount_sd_all',
    'spread (standard deviation) of the amounts so far',
    'currency units',
    inCurrencyUnits(
      standardDeviation(
        { measure: { take: 'amount_spread', window: null } },
        { measure: { take: 'transactions', window: null } },
      ),
    ),
  ),
  ...amounts('smallest_amount', 'smallest amount of a transaction', [null]),
  ...amounts('largest_amount', 'largest amount of a transaction', [180, null]),
];

function counts(
  take: WindowedMeasure,
  what: string,
  unit: string,
  windows: readonly WindowDays[],
): NumericFeature[] {
  return windows.map((window) =>
    numericFeature(`${take}_${window ?? 'all'}`, `${what} ${inWindow(window)}`, unit, {
      measure: { take, window },
    }),
  );
}

function amounts(take: WindowedMeasure, what: string, windows: readonly WindowDays[]): NumericFeature[] {
  return windows.map((window) =>
    numericFeature(
      `${take}_${window ?? 'all'}`,
      `${what} ${inWindow(window)}`,
      'currency units',
      inCurrencyUnits({ measure: { take, window } }),
    ),
  );
}

function inWindow(window: WindowDays): string {
  return window === null ? 'so far' : `in the last ${window} days`;
}
