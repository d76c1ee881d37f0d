import { countClasses, type ScoreGroups } from './score-groups.ts';
import { type Point, thinCurve } from './thin-curve.ts';

/**
 * Share of rows contacted, highest scores first, and share of churners among them, from (0, 0) to (1, 1). A straight line
 * crosses rows of equal score: the expectation over their order. Empty where nobody churned.
 */
export function gainCurve(groups: ScoreGroups): Point[] {
  const { churned, stayed } = countClasses(groups);
  if (churned === 0) return [];
  const points: Point[] = [[0, 0]];
  let [hits, contacted] = [0, 0];
  for (let group = 0; group < groups.scores.length; group++) {
    hits += groups.churned[group]!;
    contacted += groups.churned[group]! + groups.stayed[group]!;
    points.push([contacted / (churned + stayed), hits / churned]);
  }
  return thinCurve(points);
}
