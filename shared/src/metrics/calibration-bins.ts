import { countClasses, type ScoreGroups } from './score-groups.ts';

export interface CalibrationBin {
  /** Mean probability. */
  predicted: number;
  /** Share that churned. */
  observed: number;
  rows: number;
}

const binCount = 10;

/**
 * Ten bins of equal counts by rising probability; fewer where there are fewer rows. A bin that takes a part of the rows
 * of one probability gets their churners in expectation, so that the order of rows changes nothing.
 */
export function calibrationBins(groups: ScoreGroups): CalibrationBin[] {
  const { scores, churned, stayed } = groups;
  const total = countClasses(groups);
  const rowCount = total.churned + total.stayed;
  const bins: CalibrationBin[] = [];
  let group = scores.length - 1;
  let taken = 0;
  for (let bin = 0; bin < binCount; bin++) {
    const rows = Math.floor(((bin + 1) * rowCount) / binCount) - Math.floor((bin * rowCount) / binCount);
    if (rows === 0) continue;
    let [predicted, observed] = [0, 0];
    for (let missing = rows; missing > 0; ) {
      const size = churned[group]! + stayed[group]!;
      const part = Math.min(size - taken, missing);
      if (part > 0) {
        predicted += part * scores[group]!;
        observed += (part * churned[group]!) / size;
      }
      missing -= part;
      taken += part;
      if (taken === size) [group, taken] = [group - 1, 0];
    }
    bins.push({ predicted: predicted / rows, observed: observed / rows, rows });
  }
  return bins;
}
