import type { Interval } from '@churn/shared/artifacts/measures';

/** A model beside the strongest of what needs no model, by ROC AUC. */
export interface BaselineFacts {
  readonly baseline: string;
  readonly auc: number | null;
  readonly lower: number | null;
  readonly baselineAuc: number | null;
  /** What the model is better by on the same rows; null where it was not measured. */
  readonly gain: Interval | null;
}
