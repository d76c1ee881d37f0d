import type { Slice } from '../artifacts/evaluation-document.ts';
import { aucStandardError } from '../metrics/auc-standard-error.ts';

/**
 * Standard errors below 0.5 at which a slice ranks worse than chance for sure: a part in which the model has no skill at
 * all gets there once in 740 times, so that of the 38 slices at most about 5 % of sound models are refused by luck, mostly far fewer.
 */
export const collapseStandardErrors = 3;

/** Parts of the customers that the model orders worse than chance, and not by luck. */
export function collapsedSlices(slices: readonly Slice[]): readonly Slice[] {
  return slices.filter(({ rows, churned, rocAuc }) => {
    const standardError = aucStandardError(0.5, churned, rows - churned);
    return rocAuc !== null && rocAuc < 0.5 - collapseStandardErrors * standardError;
  });
}
