import { seededRandom } from '../platform/seeded-random.ts';

/** The labels in a random order within each as-of date (Fisher, Yates): the share of churn of every date stays. */
export function shuffleLabels(labels: Uint8Array, asOfDays: Int32Array, seed: number): Uint8Array {
  const random = seededRandom(seed);
  const shuffled = Uint8Array.from(labels);
  for (const rows of Map.groupBy(labels.keys(), (row) => asOfDays[row]!).values()) {
    for (let last = rows.length - 1; last > 0; last--) {
      const [a, b] = [rows[last]!, rows[random.integer(0, last)]!];
      [shuffled[a], shuffled[b]] = [shuffled[b]!, shuffled[a]!];
    }
  }
  return shuffled;
}
