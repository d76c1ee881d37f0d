import { badInput } from '../platform/churn-error.ts';

/** Modified Lentz: stands in for a denominator of exactly 0. */
const tiny = 1e-300;
/** Terms grow with the square root of the larger parameter; this is enough up to about 10¹⁰. */
const mostTerms = 1_000_000;

/**
 * Regularised incomplete beta function Iₓ(a, b): the chance that a Beta(a, b) variable is at most x. Continued fraction of
 * DLMF 8.17.22 by Lentz's method, on the side of the mean where it converges fast. Agrees with scipy.special.betainc to
 * 1e-13 for parameters up to a thousand; jstat's differs in the ninth digit, and stdlib's brings 200 packages.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (!(x >= 0 && x <= 1 && a > 0 && b > 0)) {
    throw badInput(
      'beta-invalid',
      `expected x from 0 to 1 and two parameters above 0 for the incomplete beta function, got x ${x}, ${a} and ${b}`,
    );
  }
  if (x === 0 || x === 1) return x;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBelowMean(1 - x, x, b, a);
  return incompleteBelowMean(x, 1 - x, a, b);
}

function incompleteBelowMean(x: number, y: number, a: number, b: number): number {
  return (betaTerm(x, y, a, b) * continuedFraction(x, a, b)) / a;
}

/** 1 / (1 + d₁ / (1 + d₂ / (1 + …))). */
function continuedFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / notZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < mostTerms; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / notZero(1 + even * d);
    c = notZero(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / notZero(1 + odd * d);
    c = notZero(1 + odd / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < Number.EPSILON) return value;
  }
  throw badInput('beta-invalid', `expected parameters for which the fraction converges, got ${a} and ${b}`);
}

function notZero(value: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}

/**
 * xᵃ yᵇ / B(a, b) for y = 1 − x, by the saddle-point expansion (Loader 2000): sums of large logarithms, as of gamma
 * functions, would cancel and leave few digits.
 */
function betaTerm(x: number, y: number, a: number, b: number): number {
  const sum = a + b;
  const exponent =
    stirlingError(sum) - stirlingError(a) - stirlingError(b) - deviance(a, sum * x) - deviance(b, sum * y);
  return Math.exp(exponent) * Math.sqrt((a / sum) * b * (1 / (2 * Math.PI)));
}

/** From here on five terms of Stirling's series are exact to rounding. */
const seriesFrom = 16;

/** ln Γ(n + 1) − ((n + ½) ln n − n + ½ ln 2π), for n > 0. */
function stirlingError(n: number): number {
  let below = 0;
  let at = n;
  for (; at < seriesFrom; at++) below += (at + 0.5) * Math.log1p(1 / at) - 1;
  const s = 1 / (at * at);
  return below + (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - s / 1188) * s) * s) * s) / at;
}

/** x ln(x / m) + m − x without cancellation where x is near m. */
function deviance(x: number, m: number): number {
  if (Math.abs(x - m) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x;
  const v = (x - m) / (x + m);
  let power = 2 * x * v;
  let sum = (x - m) * v;
  for (let odd = 3; ; odd += 2) {
    power *= v * v;
    const next = sum + power / odd;
    if (next === sum) return sum;
    sum = next;
  }
}
