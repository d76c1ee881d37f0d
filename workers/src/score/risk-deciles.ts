/** Tenth of the customers by risk, 1 the riskiest; equal probabilities share the riskier decile. */
export function riskDeciles(probabilities: Float64Array): Uint8Array {
  const deciles = new Uint8Array(probabilities.length);
  const byRisk = Array.from(probabilities.keys()).sort((a, b) => probabilities[b]! - probabilities[a]!);
  byRisk.forEach((row, rank) => {
    const previous = byRisk[rank - 1];
    const tied = previous !== undefined && probabilities[previous] === probabilities[row];
    deciles[row] = tied ? deciles[previous]! : Math.floor((rank * 10) / byRisk.length) + 1;
  });
  return deciles;
}
