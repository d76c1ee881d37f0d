import type { Model } from '../models/model.ts';
import { type GoldenRows, singleGoldenRows } from './golden-rows.ts';
import { type Latency, measureLatency } from './measure-latency.ts';
import { differingGoldenRows } from './require-golden-rows.ts';

/** How a loaded model answers one customer after the other. */
export interface ServingCheck extends Latency {
  readonly goldenRows: number;
  /** Golden rows answered with other bits, in a batch or alone. */
  readonly differingRows: number;
}

/** Asks a model its golden rows, and times single customers by `elapsedMs`. */
export function checkServing(model: Model, golden: GoldenRows, elapsedMs: () => number): ServingCheck {
  return {
    goldenRows: golden.probabilities.length,
    differingRows: differingGoldenRows(model, golden).length,
    ...measureLatency(model, singleGoldenRows(golden), elapsedMs),
  };
}
