import { badInput } from '../platform/churn-error.ts';
import type { Transaction } from '../schema/transaction.ts';
import { largestAmountMinor } from './largest-amount.ts';

/** A day with at least one transaction; amounts in hundredths. */
export interface ActiveDay {
  readonly day: number;
  /** Days from this day to as-of, at least 1. */
  readonly age: number;
  readonly isWeekend: boolean;
  readonly transactions: number;
  readonly refunds: number;
  /** Transactions of the service `support`. */
  readonly supports: number;
  readonly amount: bigint;
  readonly refunded: bigint;
  /** Σ amount² over the day's transactions. */
  readonly squares: bigint;
  readonly smallest: number;
  readonly largest: number;
  /** Days since the previous active day; null on the first. */
  readonly gap: number | null;
}

export interface UsedService {
  readonly service: string;
  readonly uses: number;
  /** Days from its last use to as-of. */
  readonly age: number;
}

/** A customer's past at an as-of date, summed exactly: no order of transactions can change it. */
export interface CustomerHistory {
  /** Ascending. */
  readonly days: readonly ActiveDay[];
  /** Most used first, then by the bytes of the name. */
  readonly services: readonly UsedService[];
}

export function customerHistory(transactions: readonly Transaction[], asOfDay: number): CustomerHistory {
  const past = transactions.filter(({ day }) => day < asOfDay).sort((a, b) => a.day - b.day);
  const days: ActiveDay[] = [];
  for (let start = 0; start < past.length; ) {
    const { day } = past[start]!;
    let end = start + 1;
    while (end < past.length && past[end]!.day === day) end += 1;
    days.push(activeDay(past.slice(start, end), asOfDay, days.at(-1)?.day));
    start = end;
  }
  return { days, services: usedServices(past, asOfDay) };
}

function activeDay(
  ofDay: readonly Transaction[],
  asOfDay: number,
  previousDay: number | undefined,
): ActiveDay {
  const { day } = ofDay[0]!;
  let refunds = 0;
  let supports = 0;
  let amount = 0n;
  let refunded = 0n;
  let squares = 0n;
  let smallest = Number.POSITIVE_INFINITY;
  let largest = Number.NEGATIVE_INFINITY;
  for (const { amountMinor, service } of ofDay) {
    requireUsableAmount(amountMinor);
    const exact = BigInt(amountMinor);
    amount += exact;
    squares += exact * exact;
    if (amountMinor < 0) {
      refunds += 1;
      refunded -= exact;
    }
    if (service === 'support') supports += 1;
    smallest = Math.min(smallest, amountMinor);
    largest = Math.max(largest, amountMinor);
  }
  return {
    day,
    age: asOfDay - day,
    isWeekend: isWeekend(day),
    transactions: ofDay.length,
    refunds,
    supports,
    amount,
    refunded,
    squares,
    smallest,
    largest,
    gap: previousDay === undefined ? null : day - previousDay,
  };
}

/** Saturday or Sunday; 1970-01-01 was a Thursday. */
function isWeekend(day: number): boolean {
  const sinceMonday = (((day + 3) % 7) + 7) % 7;
  return sinceMonday >= 5;
}

function requireUsableAmount(amountMinor: number): void {
  if (Number.isInteger(amountMinor) && Math.abs(amountMinor) <= largestAmountMinor) return;
  throw badInput(
    'bad-amount',
    `expected amounts in whole hundredths of at most ${largestAmountMinor}, got ${amountMinor}`,
  );
}

function usedServices(past: readonly Transaction[], asOfDay: number): UsedService[] {
  const used = new Map<string, UsedService>();
  for (const { day, service } of past) {
    if (service === null) continue;
    const uses = (used.get(service)?.uses ?? 0) + 1;
    used.set(service, { service, uses, age: asOfDay - day });
  }
  return [...used.values()].sort(
    (a, b) => b.uses - a.uses || Buffer.compare(Buffer.from(a.service), Buffer.from(b.service)),
  );
}
