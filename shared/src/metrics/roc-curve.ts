import { countClasses, type ScoreGroups } from './score-groups.ts';
import { type Point, thinCurve } from './thin-curve.ts';

/** False and true positive rate at each threshold, from (0, 0) to (1, 1). Empty where all rows are of one class. */
export function rocCurve(groups: ScoreGroups): Point[] {
  const { churned, stayed } = countClasses(groups);
  if (churned === 0 || stayed === 0) return [];
  const points: Point[] = [[0, 0]];
  let [hits, falseAlarms] = [0, 0];
  for (let group = 0; group < groups.scores.length; group++) {
    hits += groups.churned[group]!;
    falseAlarms += groups.stayed[group]!;
    points.push([falseAlarms / stayed, hits / churned]);
  }
  return thinCurve(points);
}
