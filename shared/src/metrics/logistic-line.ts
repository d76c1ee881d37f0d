export interface LogisticLine {
  readonly slope: number;
  readonly intercept: number;
}

interface Derivatives {
  /** Of the log-likelihood, uphill. */
  readonly gradient: readonly [slope: number, intercept: number];
  readonly curvature: readonly [slope: number, both: number, intercept: number];
}

const mostSteps = 100;
/** Newton's decrement a row at which one more step ends at full precision, as each step squares the error. */
const smallestDecrement = 1e-15;
const shortestStep = 1e-9;
/** Relative to the likelihood; a step that changes it by less is near the summit. */
const roundingOfLikelihood = 1e-13;

/**
 * Maximum likelihood of P(churn) = sigmoid(slope · x + intercept), where `churned[i]` and `stayed[i]` rows (or weights)
 * lie at `x[i]`; by Newton's method, whose steps are halved until the likelihood does not fall: it has one summit and no ridge
 * to be lost on, while the gradient may grow on the way up and shrink on the way down.
 * Null where no finite line is the most likely one: when one value of x parts the classes, or all x are the same (Albert,
 * Anderson 1984).
 */
export function fitLogisticLine(
  x: Float64Array,
  churned: Float64Array,
  stayed: Float64Array,
): LogisticLine | null {
  if (!classesOverlap(x, churned, stayed)) return null;
  const { mean, rows } = weightedMean(x, churned, stayed);
  const centred = x.map((value) => value - mean);
  const at = (slope: number, intercept: number) => derivatives(centred, churned, stayed, slope, intercept);
  let [slope, intercept] = [1, mean];
  let here = at(slope, intercept);
  for (let step = 0; step < mostSteps; step++) {
    const towards = newtonStep(here);
    if (towards === null) return null;
    const isLast = towards.decrement <= smallestDecrement * rows;
    const likelihoodAt = (length: number) =>
      logLikelihood(
        centred,
        churned,
        stayed,
        slope + length * towards.slope,
        intercept + length * towards.intercept,
      );
    const length = isLast ? 1 : lengthUphill(likelihoodAt);
    slope += length * towards.slope;
    intercept += length * towards.intercept;
    if (isLast) break;
    here = at(slope, intercept);
  }
  return { slope, intercept: intercept - slope * mean };
}

/** The first of 1, 1/2, 1/4 … of a step after which the likelihood is not lower than before it. */
function lengthUphill(likelihoodAt: (length: number) => number): number {
  const before = likelihoodAt(0);
  const lowest = before - roundingOfLikelihood * Math.abs(before);
  let length = 1;
  while (likelihoodAt(length) < lowest && length > shortestStep) length /= 2;
  return length;
}

/** Null where the likelihood is too flat to tell slope and intercept apart. */
function newtonStep({
  gradient: [bySlope, byIntercept],
  curvature: [slopes, both, intercepts],
}: Derivatives) {
  const determinant = slopes * intercepts - both * both;
  if (!(determinant > 0)) return null;
  const slope = (intercepts * bySlope - both * byIntercept) / determinant;
  const intercept = (slopes * byIntercept - both * bySlope) / determinant;
  return { slope, intercept, decrement: slope * bySlope + intercept * byIntercept };
}

/** Some churner lies below some stayer, and some above. */
function classesOverlap(x: Float64Array, churned: Float64Array, stayed: Float64Array): boolean {
  const ofChurned = rangeWhere(x, churned);
  const ofStayed = rangeWhere(x, stayed);
  return ofStayed.highest > ofChurned.lowest && ofChurned.highest > ofStayed.lowest;
}

function rangeWhere(x: Float64Array, counts: Float64Array): { lowest: number; highest: number } {
  const range = { lowest: Infinity, highest: -Infinity };
  for (let i = 0; i < x.length; i++) {
    if (counts[i] === 0) continue;
    if (x[i]! < range.lowest) range.lowest = x[i]!;
    if (x[i]! > range.highest) range.highest = x[i]!;
  }
  return range;
}

/** Centred x keeps slope and intercept apart, so that the determinant loses no digits. */
function weightedMean(x: Float64Array, churned: Float64Array, stayed: Float64Array) {
  let sum = 0;
  let rows = 0;
  for (let i = 0; i < x.length; i++) {
    const count = churned[i]! + stayed[i]!;
    sum += count * x[i]!;
    rows += count;
  }
  return { mean: sum / rows, rows };
}

function derivatives(
  x: Float64Array,
  churned: Float64Array,
  stayed: Float64Array,
  slope: number,
  intercept: number,
): Derivatives {
  let [bySlope, byIntercept, slopes, both, intercepts] = [0, 0, 0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const rows = churned[i]! + stayed[i]!;
    if (rows === 0) continue;
    const logOdds = slope * x[i]! + intercept;
    const tail = Math.exp(logOdds >= 0 ? -logOdds : logOdds);
    const probability = logOdds >= 0 ? 1 / (1 + tail) : tail / (1 + tail);
    const residual = churned[i]! - rows * probability;
    byIntercept += residual;
    bySlope += residual * x[i]!;
    const weight = (rows * tail) / (1 + tail) ** 2;
    intercepts += weight;
    both += weight * x[i]!;
    slopes += weight * x[i]! * x[i]!;
  }
  return { gradient: [bySlope, byIntercept], curvature: [slopes, both, intercepts] };
}

function logLikelihood(
  x: Float64Array,
  churned: Float64Array,
  stayed: Float64Array,
  slope: number,
  intercept: number,
): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    const logOdds = slope * x[i]! + intercept;
    // Each row loses log(1 + e^-|z|), and |z| where the other class was expected.
    sum -= (churned[i]! + stayed[i]!) * Math.log1p(Math.exp(-Math.abs(logOdds)));
    sum -= Math.abs(logOdds) * (logOdds >= 0 ? stayed[i]! : churned[i]!);
  }
  return sum;
}
