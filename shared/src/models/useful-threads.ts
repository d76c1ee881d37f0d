/** Rows times columns for which one more thread is worth what waiting for each other costs the threads at every node. */
const cellsOfThread = 2_000_000;

/** How many of the threads at hand shorten a fit on a table of so many cells (rows times columns as encoded). */
export function usefulThreads(cells: number, atHand: number): number {
  return Math.min(atHand, Math.max(1, Math.ceil(cells / cellsOfThread)));
}
