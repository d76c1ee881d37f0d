import { divide, inCurrencyUnits, subtract } from './expression.ts';
import type { FeatureDeclaration } from './feature-declaration.ts';
import type { WindowedAmount, WindowedCount } from './measure.ts';

const lastAmount = { measure: { take: 'last_amount' } } as const;
const amount = { measure: { take: 'amount', window: null } } as const;
const activeDays = { measure: { take: 'active_days', window: null } } as const;

/** Whether the customer does more or less than before, and of what. */
export const trendFeatures: readonly FeatureDeclaration[] = [
  recentToPrevious('transactions', 'transactions', 30, 60),
  recentToPrevious('transactions', 'transactions', 90, 180),
  recentToPrevious('active_days', 'days with a transaction', 90, 180),
  recentToPrevious('amount', 'amount', 30, 60),
  recentToPrevious('amount', 'amount', 90, 180),
  numeric(
    'last_amount',
    'amount of the last day with a transaction',
    'currency units',
    inCurrencyUnits(lastAmount),
  ),
  numeric(
    'last_amount_relative',
    'amount of the last day with a transaction relative to the usual day',
    'ratio',
    divide(lastAmount, divide(amount, activeDays)),
  ),
  numeric(
    'refund_share',
    'share of transactions that are refunds',
    'share',
    divide(
      { measure: { take: 'refunds', window: null } },
      { measure: { take: 'transactions', window: null } },
    ),
  ),
  numeric(
    'top_service_share',
    'share of the most used service in the transactions',
    'share',
    divide({ measure: { take: 'top_service_transactions' } }, { measure: { take: 'service_transactions' } }),
  ),
  {
    kind: 'categorical',
    name: 'top_service',
    description: 'the most used service',
    unit: 'category',
    source: 'top_service',
  },
];

/** Last `recent` days relative to the days before them, back to `whole` days; null where nothing was before. */
function recentToPrevious(
  take: WindowedCount | WindowedAmount,
  what: string,
  recent: number,
  whole: number,
): FeatureDeclaration {
  const recently = { measure: { take, window: recent } };
  return numeric(
    `${take}_trend_${recent}`,
    `${what} in the last ${recent} days relative to the ${whole - recent} days before`,
    'ratio',
    divide(recently, subtract({ measure: { take, window: whole } }, recently)),
  );
}

function numeric(
  name: string,
  description: string,
  unit: string,
  formula: Extract<FeatureDeclaration, { kind: 'numeric' }>['formula'],
): FeatureDeclaration {
  return { kind: 'numeric', name, description, unit, formula };
}
