import type { FeatureValues } from '@churn/shared/features/feature-rows-to-matrix';
import type { Labelling } from '@churn/shared/schema/labelling';
import { Problem } from '../http/problem.ts';

/**
 * Refuses a customer of a kind the model never saw: training takes only customers with a transaction in the look-back
 * days before as-of, so a probability for one who is already gone would mean nothing.
 */
export function requireEligible(features: FeatureValues, { lookbackDays }: Labelling): void {
  const daysSinceLast = features.days_since_last ?? null;
  if (daysSinceLast === null) {
    throw new Problem('not-eligible', 'expected at least one transaction before asOf, got none');
  }
  if (lookbackDays !== null && Number(daysSinceLast) > lookbackDays) {
    throw new Problem(
      'not-eligible',
      `expected a transaction in the ${lookbackDays} days before asOf, got only earlier ones: a customer who is already gone is not scored`,
    );
  }
}
