/** Families that are fitted to rows, the simplest first. */
export const singleFamilyNames = [
  'logistic-regression',
  'decision-tree',
  'random-forest',
  'gradient-boosting',
] as const;

export type SingleFamilyName = (typeof singleFamilyNames)[number];

/** A blend is made of models of single families; it has the most parts, so it comes last. */
export const modelFamilyNames = [...singleFamilyNames, 'blend'] as const;

export type ModelFamilyName = (typeof modelFamilyNames)[number];

export function isSingleFamily(family: ModelFamilyName): family is SingleFamilyName {
  return family !== 'blend';
}
