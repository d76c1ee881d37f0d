import type { Expression } from './expression.ts';

/** A number that a formula gives; null where the formula has no value (a division by zero, a missing input). */
export interface NumericFeature {
  readonly kind: 'numeric';
  readonly name: string;
  /** What it tells about the customer, as a phrase that fits into a sentence. */
  readonly description: string;
  /** `days`, `transactions`, `currency units`, `share`, … */
  readonly unit: string;
  readonly formula: Expression;
}

/** A text taken as it is. */
export interface CategoricalFeature {
  readonly kind: 'categorical';
  readonly name: string;
  readonly description: string;
  readonly unit: 'category';
  readonly source: 'gender' | 'region' | 'top_service';
}

/**
 * One feature, declared once: compiled to SQL for batches, evaluated in TypeScript for one customer, described to
 * people. Its hash over the whole list ties models to features.
 */
export type FeatureDeclaration = NumericFeature | CategoricalFeature;
