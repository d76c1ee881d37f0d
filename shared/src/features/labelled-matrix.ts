import type { FeatureMatrix } from './feature-matrix.ts';

/** `labels[i]` is 1 where customer i churned, else 0; as long as `matrix.rowCount`. */
export interface LabelledMatrix {
  readonly matrix: FeatureMatrix;
  readonly labels: Uint8Array;
}
