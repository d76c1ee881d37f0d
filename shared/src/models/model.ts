import type { z } from 'zod';
import type { FeatureMatrix } from '../features/feature-matrix.ts';
import type { LabelledMatrix } from '../features/labelled-matrix.ts';
import type { SeededRandom } from '../platform/seeded-random.ts';
import type { JsonValue } from '../schema/json-value.ts';
import type { ModelFamilyName, SingleFamilyName } from '../schema/model-family-name.ts';

/** Additive explanation of the margin (log-odds): `base + Σ values of a row = margin of that row`. */
export interface Contributions {
  readonly base: number;
  /** rowCount × matrix.columns.length, row-major, in the order of the matrix's columns. */
  readonly values: Float64Array;
}

/** A fitted model with its preprocessing inside: raw feature columns in, probability of churn out. */
export interface Model {
  readonly family: ModelFamilyName;
  /** P(churn) a row, in [0, 1]. Columns are found by position and must be the ones fitted on. */
  predictProbability(matrix: FeatureMatrix): Float64Array;
  explain(matrix: FeatureMatrix): Contributions;
  /** Everything needed to build the same model again with `loadModel`, bit for bit. */
  toArtifact(): JsonValue;
}

export type Hyperparameters = Readonly<Record<string, number | string | boolean>>;

export interface FitOptions {
  readonly seed: number;
  readonly threads: number;
  /** Rows for early stopping, where a family stops early. */
  readonly validation?: LabelledMatrix;
  /** Asked between steps of a long fit. */
  readonly signal?: AbortSignal;
}

export interface FittedModel {
  readonly model: Model;
  /** May come back settled (for instance `rounds` after early stopping), so that a later fit without validation rows repeats them. */
  readonly hyperparameters: Hyperparameters;
  /**
   * What a fit on the same rows with other settings and without validation rows gives, bit for bit, where this fit holds it
   * already: boosting has the model of any number of rounds that it has run. Undefined where that has to be fitted.
   */
  readonly modelOf?: (hyperparameters: Hyperparameters) => Model | undefined;
}

/** Settings whose fits take less time and rank as those of the given ones do. */
export interface Screening {
  cheaper(hyperparameters: Hyperparameters): Hyperparameters;
  /** The given ones, as what their cheaper form has settled tells them: for a search that time ends before its last rung. */
  settled(hyperparameters: Hyperparameters, cheaper: Hyperparameters): Hyperparameters;
}

/** One kind of model, in the style of scikit-learn's estimators: sample settings, fit. */
export interface ModelFamily {
  readonly name: SingleFamilyName;
  /** Whether a fit keeps one thread busy, so that independent fits may run at the same time. */
  readonly fitsInOneThread: boolean;
  /** Whether all there is to search is one number: few values at even distances find its best. */
  readonly searchesOneNumber: boolean;
  /**
   * Whether a search begins on a whole fold: on fewer rows other settings would be the best, or trials on the same rows share
   * their work. Such trials cost little, so that the default is judged on all folds, too.
   */
  readonly beginsOnWholeFold: boolean;
  /** Whether a fit with validation rows differs from one without. */
  readonly stopsEarly: boolean;
  /** What suits most tables of `rowCount` training rows: about the middle of the ranges of the search. */
  defaultHyperparameters(rowCount: number): Hyperparameters;
  /** The names and ranges of what a search can come to, early stopping included. */
  readonly searchRange: z.ZodType<Hyperparameters>;
  /** For the rungs of a search before the last; absent where a fit is quick as it is. */
  readonly screening?: Screening;
  /** One random configuration for the search, drawn from a range that suits `rowCount` training rows. */
  sampleHyperparameters(random: SeededRandom, rowCount: number): Hyperparameters;
  fit(train: LabelledMatrix, hyperparameters: Hyperparameters, options: FitOptions): Promise<FittedModel>;
}
