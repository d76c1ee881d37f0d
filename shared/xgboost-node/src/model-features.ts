import type { DMatrix } from './dmatrix.ts';
import { getFeatureInfo, setFeatureInfo } from './feature-info.ts';
import type { Handle } from './native-library.ts';
import { XGBoostError } from './xgboost-error.ts';

/** Takes names and types over from the first matrix that has some, and refuses matrices of others. */
export function adoptFeatures(booster: Handle, { featureNames, featureTypes }: DMatrix): void {
  if (featureNames !== undefined && getFeatureInfo('Booster', booster, 'feature_name') === undefined) {
    setFeatureInfo('Booster', booster, 'feature_name', featureNames);
  }
  if (featureTypes !== undefined && getFeatureInfo('Booster', booster, 'feature_type') === undefined) {
    setFeatureInfo('Booster', booster, 'feature_type', featureTypes);
  }
  requireFeatures(booster, featureNames);
}

/** Refuses names other than those of the model, where it has some. */
export function requireFeatures(booster: Handle, names: readonly string[] | undefined): void {
  const expected = getFeatureInfo('Booster', booster, 'feature_name');
  if (expected === undefined) return;
  if (names === undefined) {
    throw new XGBoostError(`expected a matrix with feature names (${expected.join(', ')}), got one without`);
  }
  const at = expected.findIndex((name, index) => names[index] !== name);
  if (at >= 0 || names.length !== expected.length) {
    const [wanted, got] = at >= 0 ? [expected[at], names[at]] : [expected.length, names.length];
    throw new XGBoostError(`expected features as in training, got ${got} in place of ${wanted}`);
  }
}
