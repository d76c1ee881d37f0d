/**
 * Adds Σ weight · column to `sums`, for the rows from `from` up to `to`; four columns at a time, so that a sum is read and
 * written once for all four.
 */
export function addColumns(
  columns: readonly Float64Array[],
  weights: ArrayLike<number>,
  { from, to }: { readonly from: number; readonly to: number },
  sums: Float64Array,
): void {
  let index = 0;
  for (; index + 3 < columns.length; index += 4) {
    const first = columns[index]!;
    const second = columns[index + 1]!;
    const third = columns[index + 2]!;
    const fourth = columns[index + 3]!;
    const a = weights[index]!;
    const b = weights[index + 1]!;
    const c = weights[index + 2]!;
    const d = weights[index + 3]!;
    for (let row = from; row < to; row++) {
      sums[row]! += a * first[row]! + b * second[row]! + (c * third[row]! + d * fourth[row]!);
    }
  }
  for (; index < columns.length; index++) {
    const column = columns[index]!;
    const weight = weights[index]!;
    for (let row = from; row < to; row++) sums[row]! += weight * column[row]!;
  }
}
