import { groupByScore, type ScoreGroups } from './score-groups.ts';

/** Rows by what was said and what came; positive is "will leave". */
export interface Confusion {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly trueNegatives: number;
  readonly falseNegatives: number;
}

/** Rows with a score at or above the threshold are positive. */
export function confusionAt(labels: Uint8Array, scores: Float64Array, threshold: number): Confusion {
  return confusionOfGroups(groupByScore(labels, scores), threshold);
}

export function confusionOfGroups({ scores, churned, stayed }: ScoreGroups, threshold: number): Confusion {
  const counts = { truePositives: 0, falsePositives: 0, trueNegatives: 0, falseNegatives: 0 };
  for (let group = 0; group < scores.length; group++) {
    if (scores[group]! >= threshold) {
      counts.truePositives += churned[group]!;
      counts.falsePositives += stayed[group]!;
    } else {
      counts.falseNegatives += churned[group]!;
      counts.trueNegatives += stayed[group]!;
    }
  }
  return counts;
}
