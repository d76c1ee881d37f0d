import { featureList } from '@churn/shared/features/feature-list';
import type { FeatureMatrix } from '@churn/shared/features/feature-matrix';
import type { Contributions } from '@churn/shared/models/model';
import type { Reason } from './prediction-answer.ts';

const reasonCount = 3;
const descriptions = new Map(featureList.map((feature) => [feature.name, feature.description]));

/** The features with the largest contributions, either sign, to the one row of `matrix`; those that added nothing are no reason. */
export function strongestReasons(matrix: FeatureMatrix, contributions: Contributions): Reason[] {
  return matrix.columns
    .map(({ name }, index) => ({
      feature: name,
      description: descriptions.get(name) ?? name,
      contribution: contributions.values[index]!,
    }))
    .filter(({ contribution }) => contribution !== 0)
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
    .slice(0, reasonCount);
}
