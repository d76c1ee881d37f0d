import type { FeatureDeclaration } from './feature-declaration.ts';

/** Who the customer is, from the customers' export. */
export const profileFeatures: readonly FeatureDeclaration[] = [
  {
    kind: 'numeric',
    name: 'age',
    description: "the customer's age",
    unit: 'years',
    formula: { measure: { take: 'age' } },
  },
  {
    kind: 'categorical',
    name: 'gender',
    description: "the customer's gender",
    unit: 'category',
    source: 'gender',
  },
  {
    kind: 'categorical',
    name: 'region',
    description: "the customer's region",
    unit: 'category',
    source: 'region',
  },
  {
    kind: 'numeric',
    name: 'tenure_days',
    description: 'time since sign-up',
    unit: 'days',
    formula: { measure: { take: 'tenure' } },
  },
  {
    kind: 'numeric',
    name: 'signup_known',
    description: 'whether the sign-up date is known (1) or not (0)',
    unit: 'yes or no',
    formula: { measure: { take: 'signup_known' } },
  },
];
