import { countClasses, type ScoreGroups } from './score-groups.ts';

/**
 * Share of all churners among the `share` of rows with the highest scores: what a campaign reaches that contacts so many.
 * Where the cut falls among rows of equal score, or within a row, the expectation counts. Null where nobody churned.
 */
export function capturedChurn(groups: ScoreGroups, share: number): number | null {
  const { churned, stayed } = groups;
  const total = countClasses(groups);
  if (total.churned === 0) return null;
  let places = share * (total.churned + total.stayed);
  let captured = 0;
  for (let group = 0; group < churned.length && places > 0; group++) {
    const size = churned[group]! + stayed[group]!;
    if (size === 0) continue;
    captured += size <= places ? churned[group]! : (churned[group]! * places) / size;
    places -= size;
  }
  return captured / total.churned;
}

/** How many times as many churners as among as many random rows: captured churn over `share`. */
export function lift(groups: ScoreGroups, share: number): number | null {
  const captured = capturedChurn(groups, share);
  return captured === null ? null : captured / share;
}
