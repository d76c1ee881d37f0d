import fc from 'fast-check';
import { Booster } from '../src/booster.ts';
import { DMatrix } from '../src/dmatrix.ts';
import { train } from '../src/train.ts';

/** Whatever the numbers, the parameters and the number of rounds. */
const cases = fc.record({
  columns: fc
    .integer({ min: 20, max: 60 })
    .chain((rows) =>
      fc.array(
        fc.array(
          fc.oneof(
            { weight: 6, arbitrary: fc.float({ min: -1000, max: 1000, noNaN: true }) },
            fc.constant(Number.NaN),
            fc.integer({ min: 0, max: 3 }),
          ),
          { minLength: rows, maxLength: rows },
        ),
        { minLength: 1, maxLength: 4 },
      ),
    ),
  params: fc.record({
    max_depth: fc.integer({ min: 1, max: 6 }),
    eta: fc.double({ min: 0.01, max: 1, noNaN: true }),
    lambda: fc.constantFrom(0, 0.5, 3),
    subsample: fc.constantFrom(0.5, 1),
    num_parallel_tree: fc.constantFrom(1, 3),
    tree_method: fc.constantFrom('hist', 'exact', 'approx'),
    seed: fc.nat(1000),
  }),
  rounds: fc.integer({ min: 1, max: 6 }),
});

type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

async function forTrained(check: (booster: Booster, matrix: DMatrix, rounds: number) => void): Promise<void> {
  const property = fc.asyncProperty(cases, async ({ columns, params, rounds }: Case) => {
    const arrays = columns.map((column) => Float32Array.from(column));
    const label = arrays[0]!.map((value, row) => ((Number.isNaN(value) ? row : value) % 3 > 1 ? 1 : 0));
    using matrix = DMatrix.fromColumns(arrays, { label, nthread: 1 });
    const { booster } = await train({
      params: { objective: 'binary:logistic', min_child_weight: 0.1, base_score: 0.4, nthread: 1, ...params },
      dtrain: matrix,
      numBoostRound: rounds,
    });
    using trained = booster;
    check(trained, matrix, rounds);
  });
  await fc.assert(property, { numRuns: 40 });
}

test('saved, loaded and saved again is the same bytes', async () => {
  await forTrained((booster) => {
    for (const format of ['ubj', 'json'] as const) {
      const bytes = booster.saveRaw(format);
      using loaded = Booster.load(bytes, { nthread: 1 });
      expect(Buffer.compare(loaded.saveRaw(format), bytes)).toBe(0);
    }
  });
});

test('SHAP values add up to the margin, and interactions to SHAP values', async () => {
  await forTrained((booster, matrix) => {
    const margins = booster.predict(matrix, { outputMargin: true }).values;
    const { values: contributions, shape } = booster.predict(matrix, { predContribs: true });
    const { values: interactions } = booster.predict(matrix, { predInteractions: true });
    const width = shape[1]!;
    const sumOf = (values: Float32Array, at: number) =>
      values.subarray(at * width, (at + 1) * width).reduce((total, value) => total + value, 0);
    for (const [row, margin] of margins.entries()) {
      expect(Math.abs(sumOf(contributions, row) - margin)).toBeLessThan(1e-4 * (1 + Math.abs(margin)));
    }
    for (const [at, contribution] of contributions.entries()) {
      expect(Math.abs(sumOf(interactions, at) - contribution)).toBeLessThan(
        1e-3 * (1 + Math.abs(contribution)),
      );
    }
  });
});

test('the margins of slices add up to that of the whole', async () => {
  await forTrained((booster, matrix, rounds) => {
    const margins = (one: Booster) => one.predict(matrix, { outputMargin: true }).values;
    const whole = margins(booster);
    const base = Math.log(0.4 / 0.6);
    const sums = new Float64Array(whole.length).fill(base);
    for (let round = 0; round < rounds; round++) {
      using slice = booster.slice(round, round + 1);
      for (const [row, margin] of margins(slice).entries()) sums[row]! += margin - base;
    }
    for (const [row, margin] of whole.entries()) expect(Math.abs(sums[row]! - margin)).toBeLessThan(1e-5);
  });
});
