import type { FeatureDeclaration } from './feature-declaration.ts';
import { featureGroups } from './feature-groups.ts';

/** Every feature, in the order of the columns of a feature table and of a matrix. */
export const featureList: readonly FeatureDeclaration[] = featureGroups.flatMap(({ features }) => features);
