import type { JsonValue } from '../schema/json-value.ts';
import type { SingleFamilyName } from '../schema/model-family-name.ts';
import { loadLinearModel } from './linear-model.ts';
import type { Model } from './model.ts';
import { loadTreeModel } from './tree-model.ts';

/** The model of one family from its `toArtifact()`, not calibrated. Damaged parameters are refused (`model-invalid`). */
export function loadSingleModel(family: SingleFamilyName, parameters: JsonValue): Model {
  return family === 'logistic-regression' ? loadLinearModel(parameters) : loadTreeModel(family, parameters);
}
