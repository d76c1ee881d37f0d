import { sigmoid } from '../metrics/log-odds.ts';
import { badInput } from '../platform/churn-error.ts';
import type { JsonValue } from '../schema/json-value.ts';
import type { ModelFamilyName } from '../schema/model-family-name.ts';
import type { Model } from './model.ts';
import { encode, type OneHotEncoder, oneHotEncoderSchema } from './one-hot-encoder.ts';
import { marginsOf, type TreeEnsemble } from './tree-ensemble.ts';
import { treeEnsembleFromJson, treeEnsembleToJson } from './tree-ensemble-json.ts';
import { pathContributions } from './tree-path-contributions.ts';

/** A model of any tree family: categories to indicators, then the trees. Needs no native library. */
export function createTreeModel(
  family: ModelFamilyName,
  encoder: OneHotEncoder,
  ensemble: TreeEnsemble,
): Model {
  const sources = Int32Array.from(encoder.columns, ({ source }) => source);
  const contributions = pathContributions(ensemble, sources);
  return {
    family,
    predictProbability: (matrix) =>
      Float64Array.from(marginsOf(ensemble, encode(encoder, matrix), matrix.rowCount), sigmoid),
    explain: (matrix) => {
      const columns = encode(encoder, matrix);
      const values = new Float64Array(matrix.rowCount * matrix.columns.length);
      for (let row = 0; row < matrix.rowCount; row++) {
        contributions.addRow(columns, row, values, row * matrix.columns.length);
      }
      return { base: contributions.base, values };
    },
    toArtifact: () => ({ encoder: encoder as JsonValue, ensemble: treeEnsembleToJson(ensemble) }),
  };
}

/** The inverse of `toArtifact()`; a damaged document is refused (`model-invalid`). */
export function loadTreeModel(family: ModelFamilyName, artifact: JsonValue): Model {
  const document = artifact as { readonly encoder?: JsonValue; readonly ensemble?: JsonValue } | null;
  const encoder = oneHotEncoderSchema.safeParse(document?.encoder);
  if (!encoder.success) {
    throw badInput('model-invalid', `expected a ${family} with an encoder of its features, got none`);
  }
  const ensemble = treeEnsembleFromJson(document?.ensemble ?? null);
  if (ensemble.featureCount !== encoder.data.columns.length) {
    throw badInput(
      'model-invalid',
      `expected trees of ${encoder.data.columns.length} columns, got trees of ${ensemble.featureCount}`,
    );
  }
  return createTreeModel(family, encoder.data, ensemble);
}
