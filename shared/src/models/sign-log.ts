/** sign(x) · ln(1 + |x|): logarithmic for large amounts of either sign, nearly linear around 0. */
export function signLog(value: number): number {
  return Math.sign(value) * Math.log1p(Math.abs(value));
}

/**
 * Whether the sign-log makes the values less skewed: true for amounts and counts with a long tail, false for what is
 * symmetric already or has two values. Skewness is the third standardised moment (Pearson).
 */
export function isTamedBySignLog(values: Float64Array): boolean {
  return Math.abs(skewness(values.map(signLog))) < Math.abs(skewness(values)) * clearly;
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
