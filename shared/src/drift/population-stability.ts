export interface Stability {
  /** Population stability index: Σ (p − q) · ln(p / q) over the bins. */
  readonly psi: number;
  /**
   * The part of the index that samples of these sizes do not explain. Without any drift the index has mean
   * (B − 1)(1/n + 1/m) and standard deviation √(2(B − 1)) (1/n + 1/m), as n·m/(n + m) times it is χ² with B − 1 degrees
   * of freedom (Yurdakul, Naranjo 2020); mean and two standard deviations are taken off, not below zero.
   */
  readonly excess: number;
}

/**
 * Compares counts of the same bins in two samples. Half a row is added to every bin, so that an empty one gives a large
 * and not an infinite index; bins empty in both are left out.
 */
export function populationStability(reference: readonly number[], current: readonly number[]): Stability {
  const bins = reference
    .map((before, bin) => ({ before: before + 0.5, now: current[bin]! + 0.5 }))
    .filter(({ before, now }) => before > 0.5 || now > 0.5);
  const sizeBefore = bins.reduce((rows, { before }) => rows + before, 0);
  const sizeNow = bins.reduce((rows, { now }) => rows + now, 0);
  const psi = bins.reduce((sum, { before, now }) => {
    const p = now / sizeNow;
    const q = before / sizeBefore;
    return sum + (p - q) * Math.log(p / q);
  }, 0);
  const freedom = Math.max(bins.length - 1, 0);
  const noise = (freedom + 2 * Math.sqrt(2 * freedom)) * (1 / sizeBefore + 1 / sizeNow);
  return { psi, excess: bins.length === 0 ? 0 : Math.max(psi - noise, 0) };
}
