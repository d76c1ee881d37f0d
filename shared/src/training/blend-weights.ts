import { Matrix, solve } from 'ml-matrix';
import { logLossOfRow } from '../metrics/log-loss.ts';
import { sigmoid } from '../metrics/log-odds.ts';

/** A member of less weight is left out: it costs its time and its size at every answer. */
const negligibleWeight = 0.02;
/** Pulls weights together so slightly that only equal members notice: they share their weight instead of having none. */
const pull = 1e-6;
const mostSteps = 50;
const tolerance = 1e-9;

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
 * without negative ones: on the way from the latter to the former the loss falls, so some weight must be in the way.
 */
function weightsWithin(
  members: readonly number[],
  logOdds: readonly Float64Array[],
  labels: Uint8Array,
): readonly number[] {
  const columns = members.map((member) => logOdds[member]!);
  const weights = weightsOfAnySign(columns, labels);
  if (weights.every((weight) => weight >= 0)) return weights;
  let best: readonly number[] = [];
  let lowest = Number.POSITIVE_INFINITY;
  for (const [left] of members.entries()) {
    if (weights[left]! >= 0) continue;
    const others = members.filter((_, index) => index !== left);
    const found = [...weightsWithin(others, logOdds, labels)];
    found.splice(left, 0, 0);
    const loss = penalisedLoss(columns, labels, found);
    if (loss < lowest) [lowest, best] = [loss, found];
  }
  return best;
}

/** Newton's method in the weights of all columns but the last, which has what is missing to 1. */
function weightsOfAnySign(columns: readonly Float64Array[], labels: Uint8Array): readonly number[] {
  let weights: readonly number[] = columns.map(() => 1 / columns.length);
  if (columns.length === 1) return weights;
  let loss = penalisedLoss(columns, labels, weights);
  for (let step = 0; step < mostSteps; step++) {
    const direction = newtonDirection(columns, labels, weights);
    let length = 1;
    let next = weights;
    let nextLoss = loss;
    for (; length > tolerance; length /= 2) {
      next = weights.map((weight, index) => weight + length * direction[index]!);
      nextLoss = penalisedLoss(columns, labels, next);
      if (nextLoss <= loss) break;
    }
    const moved = Math.max(...next.map((weight, index) => Math.abs(weight - weights[index]!)));
    if (length <= tolerance || moved < tolerance) break;
    [weights, loss] = [next, nextLoss];
  }
  return weights;
}

function newtonDirection(
  columns: readonly Float64Array[],
  labels: Uint8Array,
  weights: readonly number[],
): readonly number[] {
  const free = columns.length - 1;
  const last = columns[free]!;
  const probabilities = blendProbabilities(columns, weights);
  const gradient = new Float64Array(free);
  const curvature = new Float64Array(free * free);
  const differences = new Float64Array(free);
  for (let row = 0; row < labels.length; row++) {
    const probability = probabilities[row]!;
    const variance = probability * (1 - probability);
    for (let i = 0; i < free; i++) {
      differences[i] = columns[i]![row]! - last[row]!;
      gradient[i]! += ((probability - labels[row]!) * differences[i]!) / labels.length;
      for (let j = 0; j <= i; j++) {
        curvature[i * free + j]! += (variance * differences[i]! * differences[j]!) / labels.length;
      }
    }
  }
  const hessian = Matrix.zeros(free, free);
  for (let i = 0; i < free; i++) {
    gradient[i]! += pull * (weights[i]! - weights[free]!);
    for (let j = 0; j <= i; j++) {
      const value = curvature[i * free + j]! + (i === j ? 2 : 1) * pull;
      hessian.set(i, j, value);
      hessian.set(j, i, value);
    }
  }
  const steps = solve(hessian, Matrix.columnVector([...gradient])).to1DArray();
  return [...steps.map((value) => -value), steps.reduce((sum, value) => sum + value, 0)];
}

function penalisedLoss(
  columns: readonly Float64Array[],
  labels: Uint8Array,
  weights: readonly number[],
): number {
  const spread = weights.reduce((sum, weight) => sum + weight ** 2, 0);
  let loss = 0;
  for (const [row, probability] of blendProbabilities(columns, weights).entries()) {
    loss += logLossOfRow(labels[row]!, probability);
  }
  return loss / labels.length + (pull / 2) * spread;
}
