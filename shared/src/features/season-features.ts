import { divide, subtract } from './expression.ts';
import type { FeatureDeclaration } from './feature-declaration.ts';
import type { WindowDays } from './measure.ts';
import { numericFeature } from './numeric-feature.ts';

/** The 90 days that follow as-of, a year earlier: days of an age from 276 to 365. */
const comingSeasonAYearAgo = subtract(transactions(365), transactions(275));
/** The last 90 days, a year earlier. */
const thisSeasonAYearAgo = subtract(transactions(455), transactions(365));

/**
 * How the customer follows the calendar. The month itself is no feature: with a split forward in time the months of the test
 * are others than those learned from, so it could only mislead. The customer's own last year tells what is usual now.
 */
export const seasonFeatures: readonly FeatureDeclaration[] = [
  numericFeature(
    'transactions_coming_season',
    'number of transactions a year ago, in the 90 days after the day of as-of',
    'transactions',
    comingSeasonAYearAgo,
  ),
  numericFeature(
    'coming_season_share',
    "share of the last year's transactions that fell into the 90 days which now come again",
    'share',
    divide(comingSeasonAYearAgo, transactions(365)),
  ),
  numericFeature(
    'season_trend_90',
    'transactions in the last 90 days relative to the same 90 days a year earlier',
    'ratio',
    divide(transactions(90), thisSeasonAYearAgo),
  ),
  ...[90, null].map((window) =>
    numericFeature(
      `weekend_share_${window ?? 'all'}`,
      `share of transactions on Saturdays and Sundays ${window === null ? 'so far' : `in the last ${window} days`}`,
      'share',
      divide({ measure: { take: 'weekend_transactions', window } }, transactions(window)),
    ),
  ),
];

function transactions(window: WindowDays) {
  return { measure: { take: 'transactions', window } } as const;
}
