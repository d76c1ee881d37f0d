import type { ScoreGroups } from './score-groups.ts';

/** How many churners and stayers are contacted when everybody down to a score is. */
export interface HullCorner {
  readonly churned: number;
  readonly stayed: number;
}

/**
 * Corners of the upper convex hull of the ROC curve in counts, from (0, 0) to all rows: only there can a threshold be the
 * best one, whatever an offer costs and brings (Provost, Fawcett 2001). Exact for whole counts. O(n). Along the hull
 * each step brings fewer churners a stayer than the one before.
 */
export function profitHull({ churned, stayed }: ScoreGroups): HullCorner[] {
  const hull: HullCorner[] = [{ churned: 0, stayed: 0 }];
  let [churners, stayers] = [0, 0];
  const turn = () => {
    const corner = { churned: churners, stayed: stayers };
    while (hull.length > 1 && !isAbove(hull.at(-2)!, hull.at(-1)!, corner)) hull.pop();
    hull.push(corner);
  };
  for (let group = 0; group < churned.length; group++) {
    churners += churned[group]!;
    stayers += stayed[group]!;
    // Who only stayed leads away from the hull.
    if (churned[group]! > 0) turn();
  }
  const { churned: reached, stayed: passed } = hull.at(-1)!;
  if (churners > reached || stayers > passed) turn();
  return hull;
}

/** Whether the middle point lies above the line from the first to the last. */
function isAbove(first: HullCorner, middle: HullCorner, last: HullCorner): boolean {
  return (
    (middle.churned - first.churned) * (last.stayed - middle.stayed) >
    (last.churned - middle.churned) * (middle.stayed - first.stayed)
  );
}
