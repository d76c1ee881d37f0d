import type { Interval } from '../artifacts/measures.ts';

export function numberText(value: number | null): string {
  return value === null ? 'no value' : value.toFixed(4);
}

export function intervalText({ value, lower, upper }: Interval): string {
  return `${numberText(value)} (${numberText(lower)} to ${numberText(upper)})`;
}

/** Of a log loss, by how much it is lower than another. */
export function gainText(gain: Interval | null): string {
  if (gain === null || gain.value === null) return 'no comparison';
  const { value, lower, upper } = gain;
  if (value >= 0) return `one lower by ${intervalText(gain)}`;
  const negated = (bound: number | null) => (bound === null ? null : -bound);
  return `one higher by ${intervalText({ value: -value, lower: negated(upper), upper: negated(lower) })}`;
}

export function millisecondsText(milliseconds: number): string {
  return `${milliseconds.toPrecision(3)} ms`;
}
