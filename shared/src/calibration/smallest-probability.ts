/** Probabilities are kept this far from 0 and 1 where logarithms are taken (2⁻²⁰, about one in a million). */
export const smallestProbability = 2 ** -20;
