import type { NumericFeature } from './feature-declaration.ts';

export function numericFeature(
  name: string,
  description: string,
  unit: string,
  formula: NumericFeature['formula'],
): NumericFeature {
  return { kind: 'numeric', name, description, unit, formula };
}
