import { groupByScore, type ScoreGroups } from './score-groups.ts';

/**
 * Chance that a random churner scores higher than a random stayer, ties counted half (Mann, Whitney 1947; Hanley,
 * McNeil 1982). Null where all rows are of one class. Scores need not be probabilities.
 */
export function rocAuc(labels: Uint8Array, scores: Float64Array): number | null {
  return rocAucOfGroups(groupByScore(labels, scores));
}

export function rocAucOfGroups({ churned, stayed }: ScoreGroups): number | null {
  let churnedSoFar = 0;
  let stayedSoFar = 0;
  let won = 0;
  for (let group = 0; group < churned.length; group++) {
    won += stayed[group]! * (churnedSoFar + churned[group]! / 2);
    churnedSoFar += churned[group]!;
    stayedSoFar += stayed[group]!;
  }
  const pairs = churnedSoFar * stayedSoFar;
  return pairs === 0 ? null : won / pairs;
}
