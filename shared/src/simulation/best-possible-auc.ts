/**
 * ROC AUC that a model can expect which knows the true probability p of every customer: the chance that a random leaver
 * has a higher p than a random stayer, Σ pᵢ(1 − pⱼ)[pᵢ > pⱼ] / Σ pᵢ(1 − pⱼ) over pairs, ties counted half.
 */
export function bestPossibleAuc(probabilities: Float64Array): number {
  const sorted = Float64Array.from(probabilities).sort();
  let stayersBelow = 0;
  let won = 0;
  let leavers = 0;
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    while (end < sorted.length && sorted[end] === sorted[start]) end += 1;
    const [leaving, staying] = [(end - start) * sorted[start]!, (end - start) * (1 - sorted[start]!)];
    won += leaving * (stayersBelow + staying / 2);
    leavers += leaving;
    stayersBelow += staying;
    start = end;
  }
  return won / (leavers * stayersBelow);
}
