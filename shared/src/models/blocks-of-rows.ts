/** Ranges of at most `size` rows, one after the other. */
export function* blocksOfRows(
  rows: number,
  size: number,
): Generator<{ readonly from: number; readonly to: number }> {
  for (let from = 0; from < rows; from += size) yield { from, to: Math.min(from + size, rows) };
}
