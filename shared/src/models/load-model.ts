import { type Calibration, calibrate } from '../calibration/calibration.ts';
import type { JsonValue } from '../schema/json-value.ts';
import type { ModelFamilyName } from '../schema/model-family-name.ts';
import { loadBlendModel } from './blend-model.ts';
import { loadSingleModel } from './load-single-model.ts';
import type { Model } from './model.ts';

/** The part of a model document that predicts. */
export interface StoredModel {
  readonly family: ModelFamilyName;
  readonly calibration: Calibration;
  /** `Model.toArtifact()` of the family. */
  readonly parameters: JsonValue;
}

/**
 * The model of a document, without any library that fits. Its probabilities are calibrated; `explain` stays in the log-odds
 * before calibration. Damaged parameters are refused (`model-invalid`).
 */
export function loadModel({ family, calibration, parameters }: StoredModel): Model {
  const model = family === 'blend' ? loadBlendModel(parameters) : loadSingleModel(family, parameters);
  return {
    ...model,
    predictProbability: (matrix) => calibrate(calibration, model.predictProbability(matrix)),
  };
}
