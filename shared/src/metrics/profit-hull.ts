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
  // Numbers instead of corners on the way: most do not last, and a bootstrap draws thousands of hulls.
  const reached = new Float64Array(churned.length + 2);
  const passed = new Float64Array(churned.length + 2);
  let corners = 1;
  let [churners, stayers] = [0, 0];
  const turn = () => {
    while (corners > 1) {
      const [before, last] = [corners - 2, corners - 1];
      const rise = (reached[last]! - reached[before]!) * (stayers - passed[last]!);
      if (rise > (churners - reached[last]!) * (passed[last]! - passed[before]!)) break;
      corners -= 1;
    }
    reached[corners] = churners;
    passed[corners] = stayers;
    corners += 1;
  };
  for (let group = 0; group < churned.length; group++) {
    churners += churned[group]!;
    stayers += stayed[group]!;
    // Who only stayed leads away from the hull.
    if (churned[group]! > 0) turn();
  }
  if (churners > reached[corners - 1]! || stayers > passed[corners - 1]!) turn();
  return Array.from({ length: corners }, (_, corner) => ({
    churned: reached[corner]!,
    stayed: passed[corner]!,
  }));
}
