import { calibrationBins } from './calibration-bins.ts';
import type { ScoreGroups } from './score-groups.ts';

/**
 * Expected calibration error: mean |predicted − observed| over ten bins of equal counts, weighted by rows (Naeini et al.
 * 2015). Chance alone keeps it above 0: about 0.8 · √(p(1 − p) · 10 / n) for n rows of perfect probabilities near p.
 */
export function calibrationError(groups: ScoreGroups): number {
  const bins = calibrationBins(groups);
  const rowCount = bins.reduce((sum, { rows }) => sum + rows, 0);
  return (
    bins.reduce((sum, { predicted, observed, rows }) => sum + rows * Math.abs(predicted - observed), 0) /
    rowCount
  );
}
