import type { ValidationFold } from './validation-folds.ts';

/**
 * Every n-th row of either outcome to fit on, and every m-th to judge by, so that at most about `rows` of each are left.
 * Thinned apart, so that a rare outcome is still there: thinned together, all of its few rows could fall between.
 */
export function thinFold({ fit, judge }: ValidationFold, labels: Uint8Array, rows: number): ValidationFold {
  return { fit: everyNth(fit, labels, rows), judge: everyNth(judge, labels, rows) };
}

function everyNth(indices: Int32Array, labels: Uint8Array, rows: number): Int32Array {
  const step = Math.ceil(indices.length / rows);
  const seen = [0, 0];
  return indices.filter((row) => {
    const label = labels[row]!;
    const position = seen[label]!;
    seen[label] = position + 1;
    return position % step === 0;
  });
}
