import type { FeatureDeclaration } from './feature-declaration.ts';
import { profileFeatures } from './profile-features.ts';
import { rhythmFeatures } from './rhythm-features.ts';
import { seasonFeatures } from './season-features.ts';
import { serviceFeatures } from './service-features.ts';
import { trendFeatures } from './trend-features.ts';
import { windowFeatures } from './window-features.ts';

/** Every feature, in the order of the columns of a feature table and of a matrix. */
export const featureList: readonly FeatureDeclaration[] = [
  ...profileFeatures,
  ...windowFeatures,
  ...rhythmFeatures,
  ...trendFeatures,
  ...serviceFeatures,
  ...seasonFeatures,
];
