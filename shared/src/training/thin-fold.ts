import type { ValidationFold } from './validation-folds.ts';

/** Every n-th row to fit on, and every m-th to judge by, so that at most about `rows` of each are left. */
export function thinFold({ fit, judge }: ValidationFold, rows: number): ValidationFold {
  return { fit: everyNth(fit, rows), judge: everyNth(judge, rows) };
}

function everyNth(indices: Int32Array, rows: number): Int32Array {
  const step = Math.ceil(indices.length / rows);
  return indices.filter((_, position) => position % step === 0);
}
