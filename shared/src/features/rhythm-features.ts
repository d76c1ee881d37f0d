import { constant, divide, multiply, standardDeviation, subtract } from './expression.ts';
import type { FeatureDeclaration } from './feature-declaration.ts';
import { numericFeature } from './numeric-feature.ts';

const sinceLast = { measure: { take: 'last_age' } } as const;
const sinceFirst = { measure: { take: 'first_age' } } as const;
const gaps = { measure: { take: 'gaps' } } as const;
const lastGap = { measure: { take: 'last_gap' } } as const;
const longestGap = { measure: { take: 'longest_gap' } } as const;
const activeDays = { measure: { take: 'active_days', window: null } } as const;
const transactions = { measure: { take: 'transactions', window: null } } as const;
const amount = { measure: { take: 'amount', window: null } } as const;
const meanGap = divide({ measure: { take: 'gap_days' } }, gaps);
const gapSd = standardDeviation({ measure: { take: 'gap_spread' } }, gaps);
const months = divide(sinceFirst, constant(30));

/**
 * When the customer comes, and whether the present silence is long for this customer. Recency and frequency carry most
 * of what a purchase history says about churn (Fader, Hardie, Lee 2005); a silence means more to a weekly buyer.
 */
export const rhythmFeatures: readonly FeatureDeclaration[] = [
  numericFeature('days_since_last', 'time since the last transaction', 'days', sinceLast),
  numericFeature('days_since_first', 'time since the first transaction', 'days', sinceFirst),
  numericFeature('days_since_purchase', 'time since the last transaction that was no refund', 'days', {
    measure: { take: 'last_purchase_age' },
  }),
  numericFeature(
    'active_span_days',
    'time between the first and the last transaction',
    'days',
    subtract(sinceFirst, sinceLast),
  ),
  numericFeature(
    'silent_share',
    'share of the time since the first transaction that has been silent',
    'share',
    divide(sinceLast, sinceFirst),
  ),
  numericFeature(
    'activity_center',
    'how far back the middle of all activity lies in the time since the first transaction (below 0.5: growing, above: fading)',
    'share',
    divide({ measure: { take: 'ages', window: null } }, multiply(transactions, sinceFirst)),
  ),
  numericFeature(
    'activity_center_180',
    'how far back the middle of the activity of the last 180 days lies in them (below 0.5: growing, above: fading)',
    'share',
    divide(
      { measure: { take: 'ages', window: 180 } },
      multiply({ measure: { take: 'transactions', window: 180 } }, constant(180)),
    ),
  ),
  numericFeature('gap_mean', 'mean time between days with a transaction', 'days', meanGap),
  numericFeature(
    'gap_sd',
    'irregularity (standard deviation) of the time between transactions',
    'days',
    gapSd,
  ),
  numericFeature('gap_max', 'longest time between days with a transaction', 'days', longestGap),
  numericFeature('gap_last', 'time between the last two days with a transaction', 'days', lastGap),
  numericFeature(
    'gap_cv',
    'irregularity of the time between transactions, relative',
    'ratio',
    divide(gapSd, meanGap),
  ),
  numericFeature(
    'gap_last_relative',
    'last gap relative to the usual one',
    'ratio',
    divide(lastGap, meanGap),
  ),
  numericFeature(
    'silence_relative',
    'present silence relative to the usual gap',
    'ratio',
    divide(sinceLast, meanGap),
  ),
  numericFeature(
    'silence_to_longest',
    'present silence relative to the longest gap so far',
    'ratio',
    divide(sinceLast, longestGap),
  ),
  numericFeature(
    'silence_excess',
    'present silence beyond the usual gap, in standard deviations of the gaps',
    'ratio',
    divide(subtract(sinceLast, meanGap), gapSd),
  ),
  numericFeature(
    'transactions_per_month',
    'transactions a month so far',
    'per 30 days',
    divide(transactions, months),
  ),
  numericFeature(
    'active_days_per_month',
    'days with a transaction a month so far',
    'per 30 days',
    divide(activeDays, months),
  ),
  numericFeature(
    'amount_per_month',
    'amount a month so far',
    'currency units per 30 days',
    divide(amount, multiply(constant(100), months)),
  ),
];
