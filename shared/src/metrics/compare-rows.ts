import type { GroupedRows } from './score-groups.ts';

/** By what a bootstrap sees of a row: its group under each grouping, then its label. 0 for rows it cannot tell apart. */
export function compareRows(
  labels: Uint8Array,
  groupings: readonly GroupedRows[],
  a: number,
  b: number,
): number {
  for (const { groupOfRow } of groupings) {
    if (groupOfRow[a] !== groupOfRow[b]) return groupOfRow[a]! - groupOfRow[b]!;
  }
  return labels[a]! - labels[b]!;
}
