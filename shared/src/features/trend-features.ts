import { add, divide, type Expression, inCurrencyUnits, subtract } from './expression.ts';
import type { FeatureDeclaration } from './feature-declaration.ts';
import type { WindowDays, WindowedMeasure } from './measure.ts';
import { numericFeature } from './numeric-feature.ts';

const lastAmount = { measure: { take: 'last_amount' } } as const;
const refunded = { measure: { take: 'refunded', window: null } } as const;
const amount = { measure: { take: 'amount', window: null } } as const;

/** Whether the customer does more or less than before, and of what. */
export const trendFeatures: readonly FeatureDeclaration[] = [
  recentToPrevious('transactions', 'transactions', 7, 30),
  recentToPrevious('transactions', 'transactions', 30, 60),
  recentToPrevious('transactions', 'transactions', 90, 180),
  recentToPrevious('transactions', 'transactions', 180, 360),
  recentToPrevious('active_days', 'days with a transaction', 90, 180),
  recentToPrevious('amount', 'amount', 30, 60),
  recentToPrevious('amount', 'amount', 90, 180),
  numericFeature(
    'mean_amount_trend_90',
    'mean amount of a transaction in the last 90 days relative to that of all so far',
    'ratio',
    divide(meanAmount(90), meanAmount(null)),
  ),
  numericFeature(
    'last_amount',
    'largest amount on the last day with a transaction',
    'currency units',
    inCurrencyUnits(lastAmount),
  ),
  numericFeature(
    'last_amount_relative',
    'largest amount on the last day with a transaction relative to the usual transaction',
    'ratio',
    divide(lastAmount, meanAmount(null)),
  ),
  numericFeature(
    'refund_share',
    'share of transactions that are refunds',
    'share',
    divide(
      { measure: { take: 'refunds', window: null } },
      { measure: { take: 'transactions', window: null } },
    ),
  ),
  numericFeature(
    'refunded_share',
    'share of the amounts paid that was refunded',
    'share',
    divide(refunded, add(amount, refunded)),
  ),
];

/** Last `recent` days relative to the days before them, back to `whole` days; null where nothing was before. */
function recentToPrevious(
  take: WindowedMeasure,
  what: string,
  recent: number,
  whole: number,
): FeatureDeclaration {
  const recently = { measure: { take, window: recent } };
  return numericFeature(
    `${take}_trend_${recent}`,
    `${what} in the last ${recent} days relative to the ${whole - recent} days before`,
    'ratio',
    divide(recently, subtract({ measure: { take, window: whole } }, recently)),
  );
}

function meanAmount(window: WindowDays): Expression {
  return divide({ measure: { take: 'amount', window } }, { measure: { take: 'transactions', window } });
}
