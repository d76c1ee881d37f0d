/**
 * Standard error of a ROC AUC measured on `churned` and `stayed` rows (Hanley, McNeil 1982, "The meaning and use of the
 * area under a ROC curve"), for scores of exponential distribution. At an AUC of 0.5 it is that of the rank sum without
 * any skill, √((m + n + 1) / (12·m·n)). Infinite where one class has no rows.
 */
export function aucStandardError(auc: number, churned: number, stayed: number): number {
  if (churned === 0 || stayed === 0) return Number.POSITIVE_INFINITY;
  const twoChurned = auc / (2 - auc);
  const twoStayed = (2 * auc ** 2) / (1 + auc);
  const variance =
    auc * (1 - auc) + (churned - 1) * (twoChurned - auc ** 2) + (stayed - 1) * (twoStayed - auc ** 2);
  return Math.sqrt(variance / (churned * stayed));
}
