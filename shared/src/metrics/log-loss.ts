import { boundProbability } from './log-odds.ts';
import { groupByProbability, type ScoreGroups } from './score-groups.ts';

/**
 * Mean negative log-likelihood of the labels in nats (Good 1952). Probabilities are bounded as in `log-odds.ts`, so one
 * certain and wrong prediction costs 13.9, not infinity.
 */
export function logLoss(labels: Uint8Array, probabilities: Float64Array): number {
  return logLossOfGroups(groupByProbability(labels, probabilities));
}

/** The samples of a bootstrap have the same scores: their losses are computed once. */
const losses = new WeakMap<
  Float64Array,
  { readonly ofChurned: Float64Array; readonly ofStayed: Float64Array }
>();

export function logLossOfGroups({ scores, churned, stayed }: ScoreGroups): number {
  const { ofChurned, ofStayed } = lossesOf(scores);
  let sum = 0;
  let rows = 0;
  for (let group = 0; group < scores.length; group++) {
    sum += churned[group]! * ofChurned[group]!;
    sum += stayed[group]! * ofStayed[group]!;
    rows += churned[group]! + stayed[group]!;
  }
  return sum / rows;
}

function lossesOf(scores: Float64Array) {
  const known = losses.get(scores) ?? {
    ofChurned: scores.map((score) => logLossOfRow(1, score)),
    ofStayed: scores.map((score) => logLossOfRow(0, score)),
  };
  losses.set(scores, known);
  return known;
}

export function logLossOfRow(label: number, probability: number): number {
  const bounded = boundProbability(probability);
  return -Math.log(label === 1 ? bounded : 1 - bounded);
}
