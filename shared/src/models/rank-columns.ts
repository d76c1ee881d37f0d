/** A column of bins that can part the rows of a node, by how well it parts them. */
export interface RankedColumn {
  readonly column: number;
  /** Σ churned² / rows over both sides of its best place: the higher, the less squared error is left. */
  readonly score: number;
  /** Whether the best place lies between a bin of both labels and a higher one of label `second` only. */
  readonly isBeforeSecond: boolean;
}

const mostBins = 256;

/**
 * The columns in which some place parts the given rows, best first, of equal ones the lower index first. The squared
 * error that a place leaves needs no more than counts of rows and of churn below it, so one pass over a column tells the best.
 */
export function rankColumns(
  bins: readonly Uint8Array[],
  labels: Uint8Array,
  rows: Int32Array,
  second: number,
): readonly RankedColumn[] {
  const counts = new Float64Array(2 * mostBins);
  const ranked: RankedColumn[] = [];
  for (const [column, values] of bins.entries()) {
    counts.fill(0);
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index]!;
      counts[2 * values[row]! + labels[row]!]! += 1;
    }
    const best = bestPlace(counts, second);
    if (best !== undefined) ranked.push({ column, ...best });
  }
  return ranked.sort((a, b) => b.score - a.score || a.column - b.column);
}

/** Undefined where no place leaves less error than none. */
function bestPlace(counts: Float64Array, second: number): Omit<RankedColumn, 'column'> | undefined {
  const [allRows, allChurned] = totals(counts);
  let best: Omit<RankedColumn, 'column'> | undefined;
  let score = allChurned ** 2 / allRows;
  let rowsBelow = 0;
  let churnedBelow = 0;
  let wasOfBoth = false;
  for (let bin = 0; bin < mostBins; bin++) {
    const churned = counts[2 * bin + 1]!;
    const rows = counts[2 * bin]! + churned;
    if (rows === 0) continue;
    if (rowsBelow > 0) {
      const here = churnedBelow ** 2 / rowsBelow + (allChurned - churnedBelow) ** 2 / (allRows - rowsBelow);
      if (here > score) {
        score = here;
        best = { score, isBeforeSecond: wasOfBoth && counts[2 * bin + second] === rows };
      }
    }
    rowsBelow += rows;
    churnedBelow += churned;
    wasOfBoth = churned > 0 && churned < rows;
  }
  return best;
}

function totals(counts: Float64Array): readonly [rows: number, churned: number] {
  let rows = 0;
  let churned = 0;
  for (let bin = 0; bin < mostBins; bin++) {
    rows += counts[2 * bin]! + counts[2 * bin + 1]!;
    churned += counts[2 * bin + 1]!;
  }
  return [rows, churned];
}
