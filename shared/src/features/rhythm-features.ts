import { constant, divide, multiply, standardDeviation, subtract } from './expression.ts';
import type { FeatureDeclaration } from './feature-declaration.ts';

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
  numeric('days_since_last', 'time since the last transaction', 'days', sinceLast),
  numeric('days_since_first', 'time since the first transaction', 'days', sinceFirst),
  numeric('days_since_purchase', 'time since the last transaction that was no refund', 'days', {
    measure: { take: 'last_purchase_age' },
  }),
  numeric(
    'active_span_days',
    'time between the first and the last transaction',
    'days',
    subtract(sinceFirst, sinceLast),
  ),
  numeric(
    'silent_share',
    'share of the time since the first transaction that has been silent',
    'share',
    divide(sinceLast, sinceFirst),
  ),
  numeric('gap_mean', 'mean time between days with a transaction', 'days', meanGap),
  numeric('gap_sd', 'irregularity (standard deviation) of the time between transactions', 'days', gapSd),
  numeric('gap_max', 'longest time between days with a transaction', 'days', longestGap),
  numeric('gap_last', 'time between the last two days with a transaction', 'days', lastGap),
  numeric(
    'gap_cv',
    'irregularity of the time between transactions, relative',
    'ratio',
    divide(gapSd, meanGap),
  ),
  numeric('gap_last_relative', 'last gap relative to the usual one', 'ratio', divide(lastGap, meanGap)),
  numeric(
    'silence_relative',
    'present silence relative to the usual gap',
    'ratio',
    divide(sinceLast, meanGap),
  ),
  numeric(
    'silence_to_longest',
    'present silence relative to the longest gap so far',
    'ratio',
    divide(sinceLast, longestGap),
  ),
  numeric(
    'silence_excess',
    'present silence beyond the usual gap, in standard deviations of the gaps',
    'ratio',
    divide(subtract(sinceLast, meanGap), gapSd),
  ),
  numeric(
    'transactions_per_month',
    'transactions a month so far',
    'per 30 days',
    divide(transactions, months),
  ),
  numeric(
    'active_days_per_month',
    'days with a transaction a month so far',
    'per 30 days',
    divide(activeDays, months),
  ),
  numeric(
    'amount_per_month',
    'amount a month so far',
    'currency units per 30 days',
    divide(amount, multiply(constant(100), months)),
  ),
];

function numeric(
  name: string,
  description: string,
  unit: string,
  formula: Extract<FeatureDeclaration, { kind: 'numeric' }>['formula'],
): FeatureDeclaration {
  return { kind: 'numeric', name, description, unit, formula };
}
