import { parseDay } from '../platform/calendar-day.ts';
import type { Labelling } from '../schema/labelling.ts';

/** What a model has learned from, or was measured on. */
export interface LearnedOutcomes {
  readonly labelling: Labelling;
  /** As-of dates, YYYY-MM-DD. */
  readonly asOf: readonly string[];
}

/** The first day (days since 1970-01-01) after all of these outcomes; null for flags, which have no date. */
export function outcomesEndDay({ labelling, asOf }: LearnedOutcomes): number | null {
  if (labelling.mode === 'flag') return null;
  return Math.max(...(asOf.map(parseDay) as number[])) + labelling.horizonDays;
}
