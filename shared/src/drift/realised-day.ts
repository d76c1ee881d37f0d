import type { TransactionDays } from '../features/choose-as-of-days.ts';
import { type LearnedOutcomes, outcomesEndDay } from '../features/outcomes-end-day.ts';
import { dayText } from '../platform/calendar-day.ts';

/** Days since 1970-01-01, or why there is none. */
export type RealisedDay = { readonly asOfDay: number } | { readonly whyNot: string };

/**
 * The latest as-of date whose outcomes are complete at `asOfDay`. Its customers tell how good a model is if nothing of
 * what came of them was known to it: neither learned, nor measured and promised before the promotion.
 */
export function realisedDay(
  known: LearnedOutcomes,
  asOfDay: number,
  { firstDay, lastDay }: TransactionDays,
): RealisedDay {
  const { horizonDays } = known.labelling;
  const knownUntil = outcomesEndDay(known);
  if (knownUntil === null) {
    return { whyNot: 'the labels are flags of the column churn, which do not say when a customer left' };
  }
  const endDay = Math.min(asOfDay, lastDay + 1);
  const day = endDay - horizonDays;
  if (day < knownUntil) {
    return {
      whyNot:
        `the model knows outcomes until ${dayText(knownUntil - 1)}, and those after it take ${horizonDays} days: it can be told ` +
        `from as-of ${dayText(knownUntil + horizonDays)} on, with transactions until the day before; here they end before ${dayText(endDay)}`,
    };
  }
  // As for an as-of date of a training: windows that are cut short describe other customers.
  if (day - horizonDays < firstDay) {
    return {
      whyNot: `it takes ${horizonDays} days of transactions before ${dayText(day)}, but the first one is of ${dayText(firstDay)}`,
    };
  }
  return { asOfDay: day };
}
