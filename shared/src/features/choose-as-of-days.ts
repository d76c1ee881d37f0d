import { dayText } from '../platform/calendar-day.ts';
import { badInput } from '../platform/churn-error.ts';
import type { Labelling } from '../schema/labelling.ts';

/** First and last day with a transaction, as days since 1970-01-01. */
export interface TransactionDays {
  readonly firstDay: number;
  readonly lastDay: number;
}

/**
 * The latest as-of date: the one asked for, or the last that the data can label. A flag is taken as known on that day or at
 * the end of the data, and features end a gap before; inactivity needs a whole horizon after as-of. Refuses (exit 2) a date
 * that no data can serve.
 */
export function chooseAsOfDay(
  labelling: Pick<Labelling, 'mode' | 'horizonDays' | 'gapDays'>,
  { firstDay, lastDay }: TransactionDays,
  requested: number | null,
): number {
  const { mode, horizonDays, gapDays = 0 } = labelling;
  const last = mode === 'flag' ? lastDay + 1 : lastDay + 1 - horizonDays;
  const asOfDay = (requested ?? last) - gapDays;
  requireRowsBefore(asOfDay, firstDay);
  if (mode === 'inactivity' && asOfDay > last) {
    throw badInput(
      'horizon-beyond-data',
      `expected transactions for ${horizonDays} days from as-of ${dayText(asOfDay)}, that is until ` +
        `${dayText(asOfDay + horizonDays - 1)}, but the last one is of ${dayText(lastDay)}`,
    );
  }
  return asOfDay;
}

/** `count` as-of dates, `everyDays` apart, back from the latest. Refuses (exit 2) where the data do not reach that far. */
export function earlierAsOfDays(
  latest: number,
  count: number,
  everyDays: number,
  { firstDay }: TransactionDays,
): number[] {
  const days = Array.from({ length: count }, (_, k) => latest - k * everyDays);
  for (const day of days) requireRowsBefore(day, firstDay);
  return days;
}

function requireRowsBefore(asOfDay: number, firstDay: number): void {
  if (asOfDay > firstDay) return;
  throw badInput(
    'nothing-before-as-of',
    `expected transactions before as-of ${dayText(asOfDay)}, but the first one is of ${dayText(firstDay)}`,
  );
}
