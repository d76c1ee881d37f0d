import type { ScoreGroups } from './score-groups.ts';

/**
 * Area under the precision-recall curve as a sum of steps, Σ (Rₖ − Rₖ₋₁) · Pₖ over falling thresholds; straight lines
 * between the points would flatter it (Davis, Goadrich 2006). Equals scikit-learn's `average_precision_score`. Null where
 * nobody churned.
 */
export function averagePrecision({ churned, stayed }: ScoreGroups): number | null {
  let rows = 0;
  let found = 0;
  let sum = 0;
  for (let group = 0; group < churned.length; group++) {
    rows += churned[group]! + stayed[group]!;
    found += churned[group]!;
    if (churned[group]! > 0) sum += (churned[group]! * found) / rows;
  }
  return found === 0 ? null : sum / found;
}
