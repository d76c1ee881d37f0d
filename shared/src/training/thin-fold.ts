import type { ValidationFold } from './validation-folds.ts';

/**
 * Rows of either outcome at even distances, so that about `rows` to fit on and as many to judge by are left. Thinned apart,
 * so that a rare outcome is still there: thinned together, all of its few rows could fall between.
 */
export function thinFold({ fit, judge }: ValidationFold, labels: Uint8Array, rows: number): ValidationFold {
  return { fit: evenly(fit, labels, rows), judge: evenly(judge, labels, rows) };
}

function evenly(indices: Int32Array, labels: Uint8Array, rows: number): Int32Array {
  if (indices.length <= rows) return indices;
  /** How many of the first so many rows of an outcome are taken. */
  const takenOf = (count: number) => Math.ceil((count * rows) / indices.length);
  const seen = [0, 0];
  return indices.filter((row) => {
    const label = labels[row]!;
    const position = seen[label]!;
    seen[label] = position + 1;
    return takenOf(position + 1) > takenOf(position);
  });
}
