import type { Model } from '../models/model.ts';
import { type GoldenRows, goldenMatrix } from './golden-rows.ts';
import { differingGoldenRows } from './require-golden-rows.ts';

const warmUps = 200;
const measurements = 400;

/** How a loaded model answers one customer after the other. */
export interface ServingCheck {
  readonly goldenRows: number;
  /** Golden rows answered with other bits, in a batch or alone. */
  readonly differingRows: number;
  /** Median of scoring one customer; measured, so not for what must have equal bytes. */
  readonly medianMs: number;
}

/** Asks a model its golden rows, and times single customers by `elapsedMs`. */
export function checkServing(model: Model, golden: GoldenRows, elapsedMs: () => number): ServingCheck {
  return {
    goldenRows: golden.probabilities.length,
    differingRows: differingGoldenRows(model, golden).length,
    medianMs: medianMsOfOne(model, golden, elapsedMs),
  };
}

/** Scores golden rows one at a time, first unmeasured until the code is compiled. */
function medianMsOfOne(model: Model, golden: GoldenRows, elapsedMs: () => number): number {
  const rows = golden.probabilities.map((_, row) => goldenMatrix(golden, row, 1));
  const once = (index: number) => {
    const startedAt = elapsedMs();
    model.predictProbability(rows[index % rows.length]!);
    return elapsedMs() - startedAt;
  };
  for (let index = 0; index < warmUps; index += 1) once(index);
  const durations = Array.from({ length: measurements }, (_, index) => once(index)).sort((a, b) => a - b);
  return durations[measurements / 2]!;
}
