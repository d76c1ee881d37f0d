const rowsOfBin = 200;
const fewestBins = 32;

/**
 * Bins of each column for the histograms of boosted trees and forests (`max_bin`): a power of two, one bin for 200 rows or
 * more, from 32 to `mostBins`. Most of a tree's time on some thousands of rows goes into its nodes' sums over all bins, and
 * bins of a few rows tell noise apart only: docs/decisions/0017.
 */
export function histogramBins(rowCount: number, mostBins: number): number {
  const bins = 2 ** Math.floor(Math.log2(Math.max(1, rowCount / rowsOfBin)));
  return Math.min(mostBins, Math.max(fewestBins, bins));
}
