import type { FeatureMatrix } from '@churn/shared/features/feature-matrix';
import { reasonPhrase } from '@churn/shared/features/reason-phrases';
import type { Contributions } from '@churn/shared/models/model';
import type { Reason } from './prediction-answer.ts';

const reasonCount = 3;

/** The features with the largest contributions, either sign, to the one row of `matrix`; those that added nothing are no reason. */
export function strongestReasons(matrix: FeatureMatrix, contributions: Contributions): Reason[] {
  return matrix.columns
    .map(({ name }, index) => ({
      feature: name,
      description: reasonPhrase(matrix, 0, index),
      contribution: contributions.values[index]!,
    }))
    .filter(({ contribution }) => contribution !== 0)
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
    .slice(0, reasonCount);
}
