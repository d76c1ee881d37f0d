import { presentValues } from '../features/present-values.ts';

/** Bin of a missing value: below all others. */
const missingBin = 0;

/**
 * Ascending thresholds that part the values into at most `mostBins` bins of about equal size. Equal values are never
 * parted, a value with the rows of a whole bin has one for itself, and few different values have one each. A threshold is
 * a 32-bit float half-way between two neighbouring values, above the lower one. Missing values (NaN) are left out.
 */
export function binThresholds(values: Float32Array, mostBins: number): Float32Array {
  const sorted = presentValues(values).sort();
  const starts = startsOfRuns(sorted);
  const thresholds: number[] = [];
  let binStart = 0;
  for (const [index, start] of starts.entries()) {
    const binsLeft = mostBins - thresholds.length;
    const target = (sorted.length - binStart) / binsLeft;
    const runLength = (starts[index + 1] ?? sorted.length) - start;
    const isFull = starts.length <= mostBins || start - binStart >= target || runLength >= target;
    if (index === 0 || binsLeft === 1 || !isFull) continue;
    thresholds.push(between(sorted[start - 1]!, sorted[start]!));
    binStart = start;
  }
  return Float32Array.from(thresholds);
}

/** 1 + the number of thresholds at or below a value, 0 for a missing one. */
export function binsOf(values: Float32Array, thresholds: Float32Array): Uint8Array {
  const bins = new Uint8Array(values.length);
  for (let row = 0; row < bins.length; row++) bins[row] = binOf(values[row]!, thresholds);
  return bins;
}

function binOf(value: number, thresholds: Float32Array): number {
  if (Number.isNaN(value)) return missingBin;
  let low = 0;
  let high = thresholds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (thresholds[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}

/** Positions where a value differs from the one before it, with 0. */
function startsOfRuns(sorted: Float32Array): number[] {
  const starts: number[] = [];
  for (let row = 0; row < sorted.length; row++)
    if (row === 0 || sorted[row] !== sorted[row - 1]) starts.push(row);
  return starts;
}

function between(lower: number, upper: number): number {
  const middle = Math.fround(lower + (upper - lower) / 2);
  return middle > lower ? middle : upper;
}
