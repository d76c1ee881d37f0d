import { Matrix, solve } from 'ml-matrix';
import { sigmoid } from '../metrics/log-odds.ts';

/** A member of less weight is left out: it costs its time and its size at every answer. */
const negligibleWeight = 0.02;
/** Pulls weights together so slightly that only equal members notice: they share their weight instead of having none. */
const pull = 1e-6;
const mostSteps = 50;
const tolerance = 1e-9;

/**
 * The penalised mean log loss of a blend, and how it changes with the weights of all columns but the last, which has what is
 * missing to 1.
 */
interface Loss {
  readonly loss: number;
  readonly gradient: Float64Array;
  /** Row by row, its lower half. */
  readonly curvature: Float64Array;
}

/**
 * Weights of the members, none negative, 1 in all, whose weighted mean of log-odds has the lowest log loss; those of
 * negligible weight are 0, and the others are found again without them.
 *
 * A convex problem, since the log loss is convex in the log-odds and they are linear in the weights. `logOdds` has a column
 * for each member, `labels` and columns are equally long.
 */
export function blendWeights(logOdds: readonly Float64Array[], labels: Uint8Array): readonly number[] {
  let kept = [...logOdds.keys()];
  for (;;) {
    const weights = weightsWithin(kept, logOdds, labels);
    const ofWeight = kept.filter((_, index) => weights[index]! >= negligibleWeight);
    if (ofWeight.length === kept.length) {
      const all = new Array<number>(logOdds.length).fill(0);
      for (const [index, member] of kept.entries()) all[member] = weights[index]!;
      return all;
    }
    kept = ofWeight;
  }
}

/** The mean of the log-odds under the weights, as probabilities. */
export function blendProbabilities(
  logOdds: readonly Float64Array[],
  weights: readonly number[],
): Float64Array {
  const sums = new Float64Array(logOdds[0]!.length);
  for (const [member, column] of logOdds.entries()) {
    const weight = weights[member]!;
    for (let row = 0; row < sums.length; row++) sums[row]! += weight * column[row]!;
  }
  return sums.map(sigmoid);
}

/**
 * The best weights of some members. Where the best of all that sum to 1 has negative ones, one of those is 0 in the best
 * without negative ones: on the way from the latter to the former the loss falls, so some weight must be in the way. Most
 * often it is the most negative one, and the slopes of the loss show that no other needs a try.
 */
function weightsWithin(
  members: readonly number[],
  logOdds: readonly Float64Array[],
  labels: Uint8Array,
): readonly number[] {
  const columns = members.map((member) => logOdds[member]!);
  const weights = weightsOfAnySign(columns, labels);
  const negative = [...members.keys()]
    .filter((index) => weights[index]! < 0)
    .sort((a, b) => weights[a]! - weights[b]!);
  let best = weights;
  let lowest = Number.POSITIVE_INFINITY;
  for (const left of negative) {
    const others = members.filter((_, index) => index !== left);
    const found = [...weightsWithin(others, logOdds, labels)];
    found.splice(left, 0, 0);
    const there = lossAt(columns, labels, found);
    if (there.loss < lowest) [lowest, best] = [there.loss, found];
    if (isLowest(there, found)) return found;
  }
  return best;
}

/**
 * Whether weight moved to any member that has none would raise the loss: of a convex one this is then the lowest (Karush 1939;
 * Kuhn, Tucker 1951).
 */
function isLowest({ gradient }: Loss, weights: readonly number[]): boolean {
  const slopes = [...gradient, 0];
  const slopesWhere = (test: (weight: number) => boolean) =>
    slopes.filter((_, index) => test(weights[index]!));
  return (
    Math.min(...slopesWhere((weight) => weight === 0)) >= Math.max(...slopesWhere((weight) => weight > 0))
  );
}

/** Newton's method in the weights of all columns but the last, which has what is missing to 1. */
function weightsOfAnySign(columns: readonly Float64Array[], labels: Uint8Array): readonly number[] {
  let weights: readonly number[] = columns.map(() => 1 / columns.length);
  if (columns.length === 1) return weights;
  let here = lossAt(columns, labels, weights);
  for (let step = 0; step < mostSteps; step++) {
    const direction = newtonDirection(here);
    let length = 1;
    let next = weights;
    let there = here;
    for (; length > tolerance; length /= 2) {
      next = weights.map((weight, index) => weight + length * direction[index]!);
      there = lossAt(columns, labels, next);
      if (there.loss <= here.loss) break;
    }
    const moved = Math.max(...next.map((weight, index) => Math.abs(weight - weights[index]!)));
    if (length <= tolerance || moved < tolerance) break;
    [weights, here] = [next, there];
  }
  return weights;
}

function newtonDirection({ gradient, curvature }: Loss): readonly number[] {
  const free = gradient.length;
  const hessian = Matrix.zeros(free, free);
  for (let i = 0; i < free; i++) {
    for (let j = 0; j <= i; j++) {
      hessian.set(i, j, curvature[i * free + j]!);
      hessian.set(j, i, curvature[i * free + j]!);
    }
  }
  const steps = solve(hessian, Matrix.columnVector([...gradient])).to1DArray();
  return [...steps.map((value) => -value), steps.reduce((sum, value) => sum + value, 0)];
}

/**
 * All in one pass, as most of the time goes into the exponentials: each row loses log(1 + e^-|z|), and |z| where the other class
 * was expected.
 */
function lossAt(columns: readonly Float64Array[], labels: Uint8Array, weights: readonly number[]): Loss {
  const free = columns.length - 1;
  const last = columns[free]!;
  const gradient = new Float64Array(free);
  const curvature = new Float64Array(free * free);
  const differences = new Float64Array(free);
  let loss = 0;
  for (let row = 0; row < labels.length; row++) {
    let logOdds = last[row]!;
    for (let i = 0; i < free; i++) {
      differences[i] = columns[i]![row]! - last[row]!;
      logOdds += weights[i]! * differences[i]!;
    }
    const tail = Math.exp(-Math.abs(logOdds));
    const share = 1 / (1 + tail);
    const expected = logOdds >= 0 ? 1 : 0;
    loss += Math.log1p(tail) + (expected === labels[row] ? 0 : Math.abs(logOdds));
    const residual = (expected === 1 ? share : tail * share) - labels[row]!;
    const variance = tail * share * share;
    for (let i = 0; i < free; i++) {
      gradient[i]! += residual * differences[i]!;
      for (let j = 0; j <= i; j++) curvature[i * free + j]! += variance * differences[i]! * differences[j]!;
    }
  }
  const rows = labels.length;
  const spread = weights.reduce((sum, weight) => sum + weight ** 2, 0);
  return {
    loss: loss / rows + (pull / 2) * spread,
    gradient: gradient.map((sum, i) => sum / rows + pull * (weights[i]! - weights[free]!)),
    curvature: curvature.map((sum, place) => sum / rows + (place % (free + 1) === 0 ? 2 : 1) * pull),
  };
}
