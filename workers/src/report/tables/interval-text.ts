import type { Interval } from '@churn/shared/artifacts/measures';
import type { Language } from '../language/language.ts';

/** `0.79 to 0.83`. */
export function intervalText(
  { lower, upper }: Interval,
  format: (value: number | null) => string,
  { page }: Language,
): string {
  return lower === null || upper === null ? '–' : page.range(format(lower), format(upper));
}
