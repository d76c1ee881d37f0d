/** Log loss of answering the share of leavers for everyone: −p ln p − (1 − p) ln(1 − p). */
export function constantLogLoss(share: number): number {
  if (share === 0 || share === 1) return 0;
  return -(share * Math.log(share) + (1 - share) * Math.log(1 - share));
}
