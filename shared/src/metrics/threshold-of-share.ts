import { countClasses, type ScoreGroups } from './score-groups.ts';

/**
 * The score from which on the share of rows is nearest to `share`, the higher of two equally near; 1 where nobody at all is
 * nearest. Rows of equal score are on one side together. Equals empulse's `classification_threshold`.
 */
export function thresholdOfShare(groups: ScoreGroups, share: number): number {
  const { churned, stayed } = countClasses(groups);
  const rows = churned + stayed;
  let contacted = 0;
  let best = { threshold: 1, distance: share };
  for (let group = 0; group < groups.scores.length; group++) {
    contacted += groups.churned[group]! + groups.stayed[group]!;
    const distance = Math.abs(contacted / rows - share);
    if (distance < best.distance) best = { threshold: groups.scores[group]!, distance };
  }
  return best.threshold;
}
