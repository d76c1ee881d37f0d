import type { Language } from '../language/language.ts';
import type { KeyEntry } from './chart.ts';
import { colours } from './chart-theme.ts';

/** Key of the thin lines, where there are any. */
export function otherCandidates(others: readonly unknown[], { curves }: Language): KeyEntry[] {
  return others.length === 0 ? [] : [{ label: curves.otherCandidates, colour: colours.muted, shape: 'line' }];
}
