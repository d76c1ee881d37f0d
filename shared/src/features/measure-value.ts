import type { Customer } from '../schema/customer.ts';
import type { ActiveDay, CustomerHistory } from './customer-history.ts';
import { doubleOfWideInteger } from './double-of-wide-integer.ts';
import { type Measure, monthDays, type WindowDays } from './measure.ts';

/** The measure of one customer, the number that `measureSql` gives for the same rows. */
export function measureValue(
  measure: Measure,
  customer: Customer,
  history: CustomerHistory,
  asOfDay: number,
): number | null {
  const { days, services } = history;
  const last = days.at(-1);
  switch (measure.take) {
    case 'transactions':
    case 'refunds':
      return sum(within(days, measure.window), measure.take);
    case 'amount':
    case 'refunded':
      return Number(total(within(days, measure.window), measure.take));
    case 'weekend_transactions':
      return sum(
        within(days, measure.window).filter(({ isWeekend }) => isWeekend),
        'transactions',
      );
    case 'support_transactions':
      return sum(within(days, measure.window), 'supports');
    case 'ages':
      return within(days, measure.window).reduce(
        (ages, { age, transactions }) => ages + age * transactions,
        0,
      );
    case 'active_days':
      return within(days, measure.window).length;
    case 'active_months':
      return new Set(within(days, measure.window).map(({ age }) => Math.floor((age - 1) / monthDays))).size;
    case 'smallest_amount':
      return least(within(days, measure.window).map(({ smallest }) => smallest));
    case 'largest_amount':
      return greatest(within(days, measure.window).map(({ largest }) => largest));
    case 'amount_spread': {
      const inside = within(days, measure.window);
      return doubleOfWideInteger(
        BigInt(sum(inside, 'transactions')) * total(inside, 'squares') - total(inside, 'amount') ** 2n,
      );
    }
    case 'first_age':
      return days[0]?.age ?? null;
    case 'last_age':
      return last?.age ?? null;
    case 'last_purchase_age':
      return days.findLast(({ transactions, refunds }) => transactions > refunds)?.age ?? null;
    case 'last_amount':
      return last?.largest ?? null;
    case 'gaps':
      return gapsOf(days).length;
    case 'gap_days':
      return gapsOf(days).reduce((days, gap) => days + gap, 0);
    case 'gap_spread': {
      const gaps = gapsOf(days).map(BigInt);
      const gapDays = gaps.reduce((days, gap) => days + gap, 0n);
      return doubleOfWideInteger(
        BigInt(gaps.length) * gaps.reduce((days, gap) => days + gap * gap, 0n) - gapDays ** 2n,
      );
    }
    case 'longest_gap':
      return greatest(gapsOf(days));
    case 'last_gap':
      return last?.gap ?? null;
    case 'services':
      return services.filter(({ age }) => measure.window === null || age <= measure.window).length;
    case 'last_support_age':
      return services.find(({ service }) => service === 'support')?.age ?? null;
    case 'service_transactions':
      return services.reduce((rows, { uses }) => rows + uses, 0);
    case 'service_squares':
      return services.reduce((squares, { uses }) => squares + uses * uses, 0);
    case 'service_uses':
      return services.find(({ service }) => service === measure.service)?.uses ?? 0;
    case 'top_service_transactions':
      return services[0]?.uses ?? 0;
    case 'age':
      return customer.age;
    case 'tenure':
      return signedUpBefore(customer, asOfDay) ? asOfDay - customer.signupDay! : null;
    case 'signup_known':
      return signedUpBefore(customer, asOfDay) ? 1 : 0;
  }
}

function within(days: readonly ActiveDay[], window: WindowDays): readonly ActiveDay[] {
  return window === null ? days : days.filter(({ age }) => age <= window);
}

function sum(days: readonly ActiveDay[], column: 'transactions' | 'refunds' | 'supports'): number {
  return days.reduce((rows, day) => rows + day[column], 0);
}

function total(days: readonly ActiveDay[], column: 'amount' | 'refunded' | 'squares'): bigint {
  return days.reduce((hundredths, day) => hundredths + day[column], 0n);
}

function gapsOf(days: readonly ActiveDay[]): number[] {
  return days.flatMap(({ gap }) => (gap === null ? [] : [gap]));
}

function least(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((a, b) => Math.min(a, b));
}

function greatest(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((a, b) => Math.max(a, b));
}

function signedUpBefore({ signupDay }: Customer, asOfDay: number): boolean {
  return signupDay !== null && signupDay < asOfDay;
}
