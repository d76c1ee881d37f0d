import type { FeatureMatrix } from '../features/feature-matrix.ts';
import type { Model } from '../models/model.ts';

export interface FeatureImportance {
  readonly feature: string;
  readonly strength: number;
}

/** Mean absolute contribution of each feature to the log-odds over the rows, strongest first; features without any are left out. */
export function rankImportance(model: Model, matrix: FeatureMatrix): readonly FeatureImportance[] {
  const { values } = model.explain(matrix);
  const width = matrix.columns.length;
  const strengths = new Float64Array(width);
  for (let index = 0; index < values.length; index++) strengths[index % width]! += Math.abs(values[index]!);
  return matrix.columns
    .map(({ name }, index) => ({ feature: name, strength: strengths[index]! / Math.max(matrix.rowCount, 1) }))
    .filter(({ strength }) => strength > 0)
    .sort((a, b) => b.strength - a.strength || (a.feature < b.feature ? -1 : 1));
}
