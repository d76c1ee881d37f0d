import type { CategoricalColumn } from '../features/feature-matrix.ts';

/** Counts values in (−∞, e₀], (e₀, e₁], …, (eₖ, ∞) and, apart, missing ones (NaN). */
export function countInBins(
  values: Float64Array,
  edges: readonly number[],
): { counts: number[]; missing: number } {
  const counts = new Array<number>(edges.length + 1).fill(0);
  let missing = 0;
  for (const value of values) {
    if (Number.isNaN(value)) {
      missing += 1;
      continue;
    }
    let bin = 0;
    while (bin < edges.length && value > edges[bin]!) bin += 1;
    counts[bin]! += 1;
  }
  return { counts, missing };
}

/** Counts the rows of each given level, of all other levels, and without one. */
export function countCategories(
  column: CategoricalColumn,
  levels: readonly string[],
): { counts: number[]; other: number; missing: number } {
  const positionOfCode = column.levels.map((level) => levels.indexOf(level));
  const counts = new Array<number>(levels.length).fill(0);
  let other = 0;
  let missing = 0;
  for (const code of column.codes) {
    if (code < 0) missing += 1;
    else if (positionOfCode[code]! < 0) other += 1;
    else counts[positionOfCode[code]!]! += 1;
  }
  return { counts, other, missing };
}
