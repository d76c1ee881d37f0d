import type { BaselineFacts } from '../baseline-facts.ts';
import { formats } from './formats.ts';

const { decimal } = formats;

/** `ROC AUC 0,81 contra 0,76, diferença de 0,05 (intervalo de 95%: 0,03 a 0,07)`. */
export function againstBaseline({ auc, lower, baselineAuc, gain }: BaselineFacts): string {
  return gain === null
    ? `ROC AUC ${decimal(auc)} (no mínimo ${decimal(lower)}) contra ${decimal(baselineAuc)}`
    : `ROC AUC ${decimal(auc)} contra ${decimal(baselineAuc)}, diferença de ${decimal(gain.value)} (intervalo de 95%: ${decimal(gain.lower)} a ${decimal(gain.upper)})`;
}
