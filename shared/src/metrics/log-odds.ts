/** Probabilities are kept this far from 0 and 1 where logarithms are taken (2⁻²⁰, about one in a million). */
const smallestProbability = 2 ** -20;
const largestProbability = 1 - smallestProbability;

/** Nearer to 0 or 1 than the smallest one told apart is taken as that. */
export function boundProbability(probability: number): number {
  if (probability < smallestProbability) return smallestProbability;
  if (probability > largestProbability) return largestProbability;
  return probability;
}

/** Log-odds of the bounded probability. */
export function logit(probability: number): number {
  const bounded = boundProbability(probability);
  return Math.log(bounded / (1 - bounded));
}

export function sigmoid(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
