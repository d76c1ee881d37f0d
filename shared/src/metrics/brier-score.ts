import type { ScoreGroups } from './score-groups.ts';

/** Mean squared difference of probability and label (Brier 1950). */
export function brierScore({ scores, churned, stayed }: ScoreGroups): number {
  let sum = 0;
  let rows = 0;
  for (let group = 0; group < scores.length; group++) {
    const probability = scores[group]!;
    sum += churned[group]! * (1 - probability) ** 2 + stayed[group]! * probability ** 2;
    rows += churned[group]! + stayed[group]!;
  }
  return sum / rows;
}
