import type { LabelledMatrix } from '../features/labelled-matrix.ts';
import { gradientBoosting } from '../models/gradient-boosting.ts';
import type { FitOptions, Model } from '../models/model.ts';

/** Fits some model to rows. */
export type Refit = (rows: LabelledMatrix) => Promise<Model>;

/** Few and small trees: enough to find what is easy to find, in a fraction of a second. */
const hyperparameters = {
  rounds: 20,
  eta: 0.3,
  maxDepth: 3,
  minChildWeight: 5,
  subsample: 0.8,
  columnsByTree: 0.5,
  lambda: 1,
};

/** A boosted model for checks, not for use. */
export function refitQuickly(options: FitOptions): Refit {
  return async (rows) => (await gradientBoosting.fit(rows, hyperparameters, options)).model;
}
