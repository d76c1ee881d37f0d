export interface MeanAndScale {
  readonly mean: number;
  readonly scale: number;
}

/** Mean and standard deviation (of n, not n − 1), which (x − mean) / scale standardises by; scale 1 where all are equal. */
export function meanAndScale(values: Float64Array): MeanAndScale {
  if (isConstant(values)) return { mean: values[0] ?? 0, scale: 1 };
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return { mean, scale: Math.sqrt(squares / values.length) };
}

/** Compared value by value: the variance of equal numbers need not be 0 in floating point. */
export function isConstant(values: Float64Array): boolean {
  for (let index = 1; index < values.length; index++) if (values[index] !== values[0]) return false;
  return true;
}
