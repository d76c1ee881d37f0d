import type { Confusion } from './confusion.ts';

/** Share of all rows that are said to leave, and so contacted; 0 is nobody, 1 everyone. */
export function shareContacted({
  truePositives,
  falsePositives,
  trueNegatives,
  falseNegatives,
}: Confusion): number {
  const contacted = truePositives + falsePositives;
  return contacted / (contacted + trueNegatives + falseNegatives);
}
