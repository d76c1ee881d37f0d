import { countClasses, type ScoreGroups } from './score-groups.ts';
import { type Point, thinCurve } from './thin-curve.ts';

/** Recall and precision at each threshold, after (0, 1) by convention, by rising recall. Empty where nobody churned. */
export function precisionRecallCurve(groups: ScoreGroups): Point[] {
  const { churned } = countClasses(groups);
  if (churned === 0) return [];
  const points: Point[] = [[0, 1]];
  let [hits, positives] = [0, 0];
  for (let group = 0; group < groups.scores.length; group++) {
    hits += groups.churned[group]!;
    positives += groups.churned[group]! + groups.stayed[group]!;
    points.push([hits / churned, hits / positives]);
  }
  return thinCurve(points);
}
