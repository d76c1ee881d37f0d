/**
 * Log loss of answering the share of churn p for everyone: −p ln p − (1 − p) ln(1 − p), the lowest of any constant answer (the
 * entropy of the label, in nats). 0 where all rows are of one class.
 */
export function baseRateLogLoss(churnShare: number): number {
  const term = (p: number) => (p > 0 ? -p * Math.log(p) : 0);
  return term(churnShare) + term(1 - churnShare);
}
