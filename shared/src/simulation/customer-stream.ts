import { type SeededRandom, seededRandom } from '../platform/seeded-random.ts';

/**
 * Random numbers that belong to one customer, so that a customer is the same however many others there are. `purpose` keeps
 * streams of one customer apart: planting faults must not change who leaves. Mixing: the finalizer of MurmurHash3.
 */
export function customerStream(seed: number, index: number, purpose: number): SeededRandom {
  let mixed = (seed ^ Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(purpose + 1, 0x85ebca77)) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return seededRandom(mixed ^ (mixed >>> 16));
}

/** One of the weighted choices. */
export function weightedChoice<T extends string>(
  random: SeededRandom,
  weights: Readonly<Record<T, number>>,
): T {
  const choices = Object.entries(weights) as [T, number][];
  let left = random.uniform() * choices.reduce((total, [, weight]) => total + weight, 0);
  for (const [choice, weight] of choices) {
    left -= weight;
    if (left < 0) return choice;
  }
  return choices[choices.length - 1]![0];
}
