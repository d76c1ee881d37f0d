import type { ScoreGroups } from './score-groups.ts';

/** Mean squared difference of probability and label (Brier 1950). */
export function brierScore({ scores, churned, stayed }: ScoreGroups): number {
  let sum = 0;
  let rows = 0;
  for (let group = 0; group < scores.length; group++) {
    const probability = scores[group]!;
    const missing = 1 - probability;
    // Products: a power takes ten times as long.
    sum += churned[group]! * missing * missing + stayed[group]! * probability * probability;
    rows += churned[group]! + stayed[group]!;
  }
  return sum / rows;
}
