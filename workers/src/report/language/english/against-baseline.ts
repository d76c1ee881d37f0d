import type { BaselineFacts } from '../baseline-facts.ts';
import { formats } from './formats.ts';

const { decimal } = formats;

/** `ROC AUC 0.81 against 0.76, 0.05 more (95% interval 0.03 to 0.07)`. */
export function againstBaseline({ auc, lower, baselineAuc, gain }: BaselineFacts): string {
  return gain === null
    ? `ROC AUC ${decimal(auc)} (at least ${decimal(lower)}) against ${decimal(baselineAuc)}`
    : `ROC AUC ${decimal(auc)} against ${decimal(baselineAuc)}, a difference of ${decimal(gain.value)} (95% interval ${decimal(gain.lower)} to ${decimal(gain.upper)})`;
}
