import type { DateFormat } from '../dialect/dialect.ts';
import type { OrdinaryDates } from './ordinary-dates.ts';

const separators = ['/', '.', '-'] as const;

/** The ways of writing dates that a file of these formats may mostly follow. */
export function candidateDates(formats: readonly DateFormat[]): OrdinaryDates[] {
  return formats.flatMap((format) => {
    if (format === 'named') return [];
    const used = format === 'iso' || format === 'compact' ? (['-'] as const) : separators;
    return used.flatMap((separator) =>
      [false, true].map((hasTime): OrdinaryDates => ({ format, separator, hasTime })),
    );
  });
}
