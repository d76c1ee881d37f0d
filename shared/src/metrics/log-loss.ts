import { boundProbability } from './log-odds.ts';
import { groupByProbability, type ScoreGroups } from './score-groups.ts';

/**
 * Mean negative log-likelihood of the labels in nats (Good 1952). Probabilities are bounded as in `log-odds.ts`, so one
 * certain and wrong prediction costs 13.9, not infinity.
 */
export function logLoss(labels: Uint8Array, probabilities: Float64Array): number {
  return logLossOfGroups(groupByProbability(labels, probabilities));
}

export function logLossOfGroups({ scores, churned, stayed }: ScoreGroups): number {
  let sum = 0;
  let rows = 0;
  for (let group = 0; group < scores.length; group++) {
    if (churned[group]! > 0) sum += churned[group]! * logLossOfRow(1, scores[group]!);
    if (stayed[group]! > 0) sum += stayed[group]! * logLossOfRow(0, scores[group]!);
    rows += churned[group]! + stayed[group]!;
  }
  return sum / rows;
}

export function logLossOfRow(label: number, probability: number): number {
  const bounded = boundProbability(probability);
  return -Math.log(label === 1 ? bounded : 1 - bounded);
}
