export interface LogisticLine {
  readonly slope: number;
  readonly intercept: number;
}

/** Rows (or weights) of either class at each x where there are any, and what is known of all of them. */
interface CountedRows {
  /** From their mean. */
  readonly x: Float64Array;
  readonly churned: Float64Array;
  readonly stayed: Float64Array;
  readonly rows: number;
  readonly mean: number;
  /** From the mean, the x farthest out. */
  readonly farthest: number;
  readonly logOdds: number;
}

/** The log-likelihood's at a line. */
interface Derivatives {
  /** Uphill. */
  readonly gradient: readonly [slope: number, intercept: number];
  readonly curvature: readonly [slope: number, both: number, intercept: number];
}

const mostSteps = 100;
/** Newton's decrement a row at which one more step ends at full precision, as each step squares the error. */
const smallestDecrement = 1e-15;
/** Of a line that is near another one's: the last step ends at seven digits, far more than a bootstrap sample is good for. */
const smallDecrement = 1e-8;
/** No row's log-odds may change by more in a step that is taken unseen. */
const shortMove = 1;
const shortestStep = 1e-9;
/** Relative to the likelihood; a step that changes it by less is near the summit. */
const roundingOfLikelihood = 1e-13;

/**
 * Maximum likelihood of P(churn) = sigmoid(slope · x + intercept), where `churned[i]` and `stayed[i]` rows (or weights)
 * lie at `x[i]`; by Newton's method, whose steps are halved until the likelihood does not fall: it has one summit and no ridge
 * to be lost on, while the gradient may grow on the way up and shrink on the way down. Short steps are taken unseen: where no
 * log-odds changes by more than 1 the likelihood cannot fall (Bach 2010, self-concordance), and looking costs as much as the step.
 * It starts from the level line, where no row is far out and the likelihood is curved most, or first from `near`, the line of
 * nearly the same counts, and then ends at seven digits.
 * Null where no finite line is the most likely one: when one value of x parts the classes, or all x are the same (Albert,
 * Anderson 1984).
 */
export function fitLogisticLine(
  x: Float64Array,
  churned: Float64Array,
  stayed: Float64Array,
  near?: LogisticLine,
): LogisticLine | null {
  const counted = countRows(x, churned, stayed);
  if (counted === null) return null;
  const { mean, logOdds } = counted;
  // Intercepts at the mean of x: it keeps slope and intercept apart, so that the determinant loses no digits.
  const line =
    (near && climb(counted, { ...near, intercept: near.intercept + near.slope * mean }, smallDecrement)) ??
    climb(counted, { slope: 0, intercept: logOdds }, smallestDecrement);
  return line && { slope: line.slope, intercept: line.intercept - line.slope * mean };
}

/** Null where the likelihood is too flat on the way. */
function climb(counted: CountedRows, start: LogisticLine, enough: number): LogisticLine | null {
  let line = start;
  for (let step = 0; step < mostSteps; step++) {
    const towards = newtonStep(derivativesAt(counted, line));
    if (towards === null) return null;
    if (towards.decrement <= enough * counted.rows) return along(line, towards, 1);
    const move = Math.abs(towards.slope) * counted.farthest + Math.abs(towards.intercept);
    line = along(line, towards, move <= shortMove ? 1 : lengthUphill(counted, line, towards));
  }
  return line;
}

/** The first half of a half … of the step that does not lower the likelihood. */
function lengthUphill(counted: CountedRows, line: LogisticLine, towards: LogisticLine): number {
  const here = logLikelihoodAt(counted, line);
  const lowest = here - roundingOfLikelihood * Math.abs(here);
  let length = 1;
  while (length > shortestStep && logLikelihoodAt(counted, along(line, towards, length)) < lowest)
    length /= 2;
  return length;
}

function along({ slope, intercept }: LogisticLine, step: LogisticLine, length: number): LogisticLine {
  return { slope: slope + length * step.slope, intercept: intercept + length * step.intercept };
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

/** Null unless the classes overlap: some churner lies below some stayer, and some above. */
function countRows(x: Float64Array, churned: Float64Array, stayed: Float64Array): CountedRows | null {
  const there = new Uint32Array(x.length);
  let [places, sum, allChurned, allStayed] = [0, 0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    if (churned[i]! + stayed[i]! === 0) continue;
    there[places++] = i;
    sum += (churned[i]! + stayed[i]!) * x[i]!;
    allChurned += churned[i]!;
    allStayed += stayed[i]!;
  }
  const rows = allChurned + allStayed;
  const mean = sum / rows;
  const counted = {
    x: new Float64Array(places),
    churned: new Float64Array(places),
    stayed: new Float64Array(places),
  };
  for (let place = 0; place < places; place++) {
    const i = there[place]!;
    counted.x[place] = x[i]!;
    counted.churned[place] = churned[i]!;
    counted.stayed[place] = stayed[i]!;
  }
  const ofChurned = rangeWhere(counted.x, counted.churned);
  const ofStayed = rangeWhere(counted.x, counted.stayed);
  if (!(ofStayed.highest > ofChurned.lowest && ofChurned.highest > ofStayed.lowest)) return null;
  for (let place = 0; place < places; place++) counted.x[place]! -= mean;
  const lowest = Math.min(ofChurned.lowest, ofStayed.lowest);
  const highest = Math.max(ofChurned.highest, ofStayed.highest);
  const farthest = Math.max(highest - mean, mean - lowest);
  return { ...counted, rows, mean, farthest, logOdds: Math.log(allChurned / allStayed) };
}

function rangeWhere(x: Float64Array, counts: Float64Array): { lowest: number; highest: number } {
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < x.length; i++) {
    if (counts[i] === 0) continue;
    if (x[i]! < lowest) lowest = x[i]!;
    if (x[i]! > highest) highest = x[i]!;
  }
  return { lowest, highest };
}

/** Each row loses log(1 + e^-|z|), and |z| where the other class was expected. */
function logLikelihoodAt({ x, churned, stayed }: CountedRows, { slope, intercept }: LogisticLine): number {
  let lost = 0;
  for (let i = 0; i < x.length; i++) {
    const rows = churned[i]! + stayed[i]!;
    const logOdds = slope * x[i]! + intercept;
    const tail = Math.exp(-Math.abs(logOdds));
    lost += rows * Math.log1p(tail) + (logOdds >= 0 ? logOdds * stayed[i]! : -logOdds * churned[i]!);
  }
  return -lost;
}

function derivativesAt({ x, churned, stayed }: CountedRows, { slope, intercept }: LogisticLine): Derivatives {
  let [bySlope, byIntercept, slopes, both, intercepts] = [0, 0, 0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const rows = churned[i]! + stayed[i]!;
    const centred = x[i]!;
    const logOdds = slope * centred + intercept;
    const tail = Math.exp(-Math.abs(logOdds));
    const share = 1 / (1 + tail);
    const residual = churned[i]! - rows * (logOdds >= 0 ? share : tail * share);
    byIntercept += residual;
    bySlope += residual * centred;
    const weight = rows * tail * share * share;
    intercepts += weight;
    both += weight * centred;
    slopes += weight * centred * centred;
  }
  return { gradient: [bySlope, byIntercept], curvature: [slopes, both, intercepts] };
}
