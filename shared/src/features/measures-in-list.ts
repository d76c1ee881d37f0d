import type { Expression } from './expression.ts';
import type { FeatureDeclaration } from './feature-declaration.ts';
import { type Measure, measureName } from './measure.ts';

/** The measures that a list of features needs, by name, each once. */
export function measuresInList(features: readonly FeatureDeclaration[]): ReadonlyMap<string, Measure> {
  const measures = features.flatMap((feature) =>
    feature.kind === 'numeric' ? measuresInExpression(feature.formula) : [],
  );
  return new Map(measures.map((measure) => [measureName(measure), measure]));
}

function measuresInExpression(expression: Expression): Measure[] {
  if ('measure' in expression) return [expression.measure];
  if ('constant' in expression) return [];
  if (expression.operation === 'square-root') return measuresInExpression(expression.of);
  return [...measuresInExpression(expression.left), ...measuresInExpression(expression.right)];
}
