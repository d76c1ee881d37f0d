export interface LogisticLine {
  readonly slope: number;
  readonly intercept: number;
}

/** The log-likelihood of a line. */
interface Place {
  readonly logLikelihood: number;
  /** Uphill. */
  readonly gradient: readonly [slope: number, intercept: number];
  readonly curvature: readonly [slope: number, both: number, intercept: number];
}

interface CountsAndMean {
  readonly mean: number;
  readonly churned: number;
  readonly stayed: number;
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
 * It starts from the level line, where no row is far out and the likelihood is curved most, or first from `near`, the line of
 * nearly the same counts.
 * Null where no finite line is the most likely one: when one value of x parts the classes, or all x are the same (Albert,
 * Anderson 1984).
 */
export function fitLogisticLine(
  x: Float64Array,
  churned: Float64Array,
  stayed: Float64Array,
  near?: LogisticLine,
): LogisticLine | null {
  if (!classesOverlap(x, churned, stayed)) return null;
  const counts = countAndMean(x, churned, stayed);
  const { mean } = counts;
  const climbed = (start: LogisticLine) => climb(x, counts, churned, stayed, start);
  // Intercepts at the mean of x: it keeps slope and intercept apart, so that the determinant loses no digits.
  const fromNear = near && climbed({ slope: near.slope, intercept: near.intercept + near.slope * mean });
  const line = fromNear ?? climbed({ slope: 0, intercept: Math.log(counts.churned / counts.stayed) });
  return line && { slope: line.slope, intercept: line.intercept - line.slope * mean };
}

/** Null where the likelihood is too flat on the way. */
function climb(
  x: Float64Array,
  { mean, churned: allChurned, stayed: allStayed }: CountsAndMean,
  churned: Float64Array,
  stayed: Float64Array,
  start: LogisticLine,
): LogisticLine | null {
  const at = (line: LogisticLine) => placeOf(x, mean, churned, stayed, line);
  let line = start;
  let here = at(line);
  for (let step = 0; step < mostSteps; step++) {
    const towards = newtonStep(here);
    if (towards === null) return null;
    if (towards.decrement <= smallestDecrement * (allChurned + allStayed)) return along(line, towards, 1);
    const lowest = here.logLikelihood - roundingOfLikelihood * Math.abs(here.logLikelihood);
    let length = 1;
    let next = along(line, towards, length);
    here = at(next);
    while (here.logLikelihood < lowest && length > shortestStep) {
      length /= 2;
      next = along(line, towards, length);
      here = at(next);
    }
    line = next;
  }
  return line;
}

function along({ slope, intercept }: LogisticLine, step: LogisticLine, length: number): LogisticLine {
  return { slope: slope + length * step.slope, intercept: intercept + length * step.intercept };
}

/** Null where the likelihood is too flat to tell slope and intercept apart. */
function newtonStep({ gradient: [bySlope, byIntercept], curvature: [slopes, both, intercepts] }: Place) {
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

function countAndMean(x: Float64Array, churned: Float64Array, stayed: Float64Array): CountsAndMean {
  let [sum, allChurned, allStayed] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    sum += (churned[i]! + stayed[i]!) * x[i]!;
    allChurned += churned[i]!;
    allStayed += stayed[i]!;
  }
  return { mean: sum / (allChurned + allStayed), churned: allChurned, stayed: allStayed };
}

/** In one pass: each row loses log(1 + e^-|z|), and |z| where the other class was expected. */
function placeOf(
  x: Float64Array,
  mean: number,
  churned: Float64Array,
  stayed: Float64Array,
  { slope, intercept }: LogisticLine,
): Place {
  let [lost, bySlope, byIntercept, slopes, both, intercepts] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const rows = churned[i]! + stayed[i]!;
    if (rows === 0) continue;
    const centred = x[i]! - mean;
    const logOdds = slope * centred + intercept;
    const isLikely = logOdds >= 0;
    const tail = Math.exp(isLikely ? -logOdds : logOdds);
    const share = 1 / (1 + tail);
    lost += rows * Math.log1p(tail) + (isLikely ? logOdds * stayed[i]! : -logOdds * churned[i]!);
    const residual = churned[i]! - rows * (isLikely ? share : tail * share);
    byIntercept += residual;
    bySlope += residual * centred;
    const weight = rows * tail * share * share;
    intercepts += weight;
    both += weight * centred;
    slopes += weight * centred * centred;
  }
  return { logLikelihood: -lost, gradient: [bySlope, byIntercept], curvature: [slopes, both, intercepts] };
}
