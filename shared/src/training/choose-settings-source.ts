import type { SearchHistory } from '../artifacts/search-history.ts';
import type { SearchRecord } from '../artifacts/search-record.ts';
import { dataMoved, type LearnableRows } from './data-moved.ts';

/** `reuse` takes settings over where there are some that suit; `refresh` always searches. */
export const searchModes = ['refresh', 'reuse'] as const;
export type SearchMode = (typeof searchModes)[number];

/** Whether settings are searched or taken over from an earlier search of the same question, and why. */
export function chooseSettingsSource(
  mode: SearchMode,
  earlier: SearchRecord | null,
  now: LearnableRows,
): SearchHistory['settings'] {
  const searched = (because: SearchHistory['settings']['because']) => ({
    source: 'searched' as const,
    because,
    earlier: earlier === null ? null : { run: earlier.run, searchSha256: earlier.searchSha256 },
  });
  if (mode === 'refresh') return searched('asked');
  if (earlier === null) return searched('no-earlier-search');
  const movement = dataMoved(earlier.learnable, now);
  return movement === null ? { ...searched('data-alike'), source: 'reused' } : searched(movement);
}
