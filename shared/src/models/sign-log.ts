/** sign(x) · ln(1 + |x|): logarithmic for large amounts of either sign, nearly linear around 0. */
export function signLog(value: number): number {
  return Math.sign(value) * Math.log1p(Math.abs(value));
}

/** A plain loop: `map` takes several times as long. */
export function signLogs(values: Float64Array): Float64Array {
  const logs = new Float64Array(values.length);
  for (let row = 0; row < logs.length; row++) logs[row] = signLog(values[row]!);
  return logs;
}

/**
 * Whether the sign-log makes values less skewed: true for amounts and counts with a long tail, false for what is
 * symmetric already or has two values. Skewness is the third standardised moment (Pearson).
 */
export function isTamed(values: Float64Array, logged: Float64Array): boolean {
  return Math.abs(skewness(logged)) < Math.abs(skewness(values)) * clearly;
}

/** The two skewnesses of a column of two values differ by rounding only. */
const clearly = 1 - 1e-6;

/** NaN for equal values. */
function skewness(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  let cubes = 0;
  for (const value of values) {
    const deviation = value - mean;
    const square = deviation * deviation;
    squares += square;
    cubes += square * deviation;
  }
  return cubes / values.length / (squares / values.length) ** 1.5;
}
