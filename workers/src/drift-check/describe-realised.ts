import type { JsonValue } from '@churn/shared/schema/json-value';
import type { RealisedOutcome } from './realised-performance.ts';

/** Of a result: what came of the predictions, beside what was promised; null and why where it cannot be told. */
export function describeRealised(outcome: RealisedOutcome): Readonly<Record<string, JsonValue>> {
  if ('whyNot' in outcome) return { realised: null, whyNotRealised: outcome.whyNot };
  const { asOf, rows, churned, churnShare, meanProbability, measures, promised } = outcome;
  return {
    realised: {
      asOf,
      rows,
      churned,
      churnShare,
      meanProbability,
      rocAuc: measures.rocAuc.value,
      promisedRocAuc: promised.rocAuc.value,
      logLoss: measures.logLoss.value,
      promisedLogLoss: promised.logLoss.value,
      calibrationError: measures.calibrationError.value,
    },
    whyNotRealised: null,
  };
}
