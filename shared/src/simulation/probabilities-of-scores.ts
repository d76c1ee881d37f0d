/** 1 / (1 + exp(-(score + constant))) of each score, the constant such that the mean is `rate`. */
export function probabilitiesOfScores(scores: Float64Array, rate: number): Float64Array {
  let low = -50;
  let high = 50;
  // Bisection: the mean grows with the constant.
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (mean(shifted(scores, middle)) < rate) low = middle;
    else high = middle;
  }
  return shifted(scores, low);
}

function shifted(scores: Float64Array, constant: number): Float64Array {
  return scores.map((score) => 1 / (1 + Math.exp(-(score + constant))));
}

function mean(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}
