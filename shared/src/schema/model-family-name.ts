export const modelFamilyNames = [
  'logistic-regression',
  'decision-tree',
  'random-forest',
  'gradient-boosting',
] as const;

export type ModelFamilyName = (typeof modelFamilyNames)[number];
