import type { SingleFamilyName } from '../schema/model-family-name.ts';
import { decisionTree } from './decision-tree.ts';
import { gradientBoosting } from './gradient-boosting.ts';
import { logisticRegression } from './logistic-regression.ts';
import type { ModelFamily } from './model.ts';
import { randomForest } from './random-forest.ts';

/** For training; it needs the libraries that fit. Serving needs `loadModel` only. */
export const modelFamilies: Readonly<Record<SingleFamilyName, ModelFamily>> = {
  'logistic-regression': logisticRegression,
  'decision-tree': decisionTree,
  'random-forest': randomForest,
  'gradient-boosting': gradientBoosting,
};
