import { seededRandom } from '../platform/seeded-random.ts';

/**
 * Indices of at most `mostRows` of `rowCount` rows, ascending, each row equally likely (Knuth's selection sampling,
 * TAOCP 3.4.2 S); all of them where they are no more.
 */
export function sampleRows(rowCount: number, mostRows: number, seed: number): Int32Array {
  const random = seededRandom(seed);
  const sample = new Int32Array(Math.min(rowCount, mostRows));
  for (let row = 0, taken = 0; taken < sample.length; row++) {
    if ((rowCount - row) * random.uniform() < sample.length - taken) sample[taken++] = row;
  }
  return sample;
}
