import { seededRandom } from '../platform/seeded-random.ts';

/** The labels in a random order (Fisher, Yates): what the rows say about them is lost, their share of churn stays. */
export function shuffleLabels(labels: Uint8Array, seed: number): Uint8Array {
  const random = seededRandom(seed);
  const shuffled = Uint8Array.from(labels);
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = random.integer(0, last);
    [shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!];
  }
  return shuffled;
}
