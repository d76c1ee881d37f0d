import type { Interval } from '../artifacts/measures.ts';

export function numberText(value: number | null): string {
  return value === null ? 'no value' : value.toFixed(4);
}

export function intervalText({ value, lower, upper }: Interval): string {
  return `${numberText(value)} (${numberText(lower)} to ${numberText(upper)})`;
}

export function millisecondsText(milliseconds: number): string {
  return `${milliseconds.toPrecision(3)} ms`;
}
