import { seededRandom } from '../platform/seeded-random.ts';

/** A fold for each row, 0 to `count` − 1, at random; every fold has its share of either class, to within one row. */
export function stratifiedFolds(labels: Uint8Array, count: number, seed: number): Uint8Array {
  const random = seededRandom(seed);
  const rows = Uint32Array.from(labels.keys());
  for (let last = rows.length - 1; last > 0; last--) {
    const other = random.integer(0, last);
    [rows[last], rows[other]] = [rows[other]!, rows[last]!];
  }
  const dealt = [0, 0];
  const folds = new Uint8Array(labels.length);
  for (const row of rows) {
    const label = labels[row]!;
    folds[row] = dealt[label]! % count;
    dealt[label]! += 1;
  }
  return folds;
}
