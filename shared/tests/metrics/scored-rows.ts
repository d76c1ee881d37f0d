import fc from 'fast-check';
import { seededRandom } from '../../src/platform/seeded-random.ts';

export interface ScoredRows {
  readonly labels: Uint8Array;
  readonly probabilities: Float64Array;
}

/** Any rows, many of equal probability: multiples of 1/64, so that 1 − p is exact. */
export const anyRows: fc.Arbitrary<ScoredRows> = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 64 })), {
    minLength: 1,
    maxLength: 60,
  })
  .map((rows) => ({
    labels: Uint8Array.from(rows, ([label]) => label),
    probabilities: Float64Array.from(rows, ([, parts]) => parts / 64),
  }));

/** The same rows, backwards and then every second before the others. */
export function shuffled<Rows extends Record<string, Uint8Array | Float64Array>>(rows: Rows): Rows {
  return Object.fromEntries(
    Object.entries(rows).map(([name, values]) => {
      const backwards = values.toReversed();
      const isEven = (_: number, index: number) => index % 2 === 0;
      const order = [...backwards.filter(isEven), ...backwards.filter((_, index) => index % 2 === 1)];
      return [name, values instanceof Uint8Array ? Uint8Array.from(order) : Float64Array.from(order)];
    }),
  ) as Rows;
}

/**
 * Customers whose probabilities are uniform in [0, 1] and right. Of any number of them a model expects ROC AUC 5/6, log
 * loss 1/2, Brier score 1/6, and accuracy 3/4 at 0.5.
 */
export function uniformRows(seed: number, rowCount: number): ScoredRows {
  const random = seededRandom(seed);
  const probabilities = Float64Array.from({ length: rowCount }, () => random.uniform());
  return { probabilities, labels: Uint8Array.from(probabilities, (p) => (random.uniform() < p ? 1 : 0)) };
}
