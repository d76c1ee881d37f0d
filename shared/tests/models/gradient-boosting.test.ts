import { gradientBoosting } from '../../src/models/gradient-boosting.ts';
import { seededRandom } from '../../src/platform/seeded-random.ts';
import { madeUpCustomers } from '../registry/small-model.ts';

const rows = madeUpCustomers(1);
const settings = {
  rounds: 8,
  treesPerRound: 3,
  eta: 0.1,
  maxDepth: 3,
  minChildWeight: 2,
  subsample: 0.8,
  columnsByTree: 0.6,
  lambda: 1,
};
const options = { seed: 1, threads: 1 };

interface Trees {
  readonly ensemble: { readonly roots: readonly number[] };
}

async function treesOf(hyperparameters: Readonly<Record<string, number>>): Promise<number> {
  const { model } = await gradientBoosting.fit(rows, hyperparameters, options);
  return (model.toArtifact() as unknown as Trees).ensemble.roots.length;
}

test.each([
  [9_999, 3],
  [10_000, 1],
])('of %i rows a round has %i trees, by default and when drawn', (rowCount, trees) => {
  expect(gradientBoosting.defaultHyperparameters(rowCount).treesPerRound).toBe(trees);
  expect(gradientBoosting.sampleHyperparameters(seededRandom(1), rowCount).treesPerRound).toBe(trees);
});

test('a round has so many trees, and one in settings of before', async () => {
  expect(await treesOf(settings)).toBe(24);
  const { treesPerRound: _, ...before } = settings;
  expect(await treesOf(before)).toBe(8);
});

test('screening needs one tree a round', () => {
  expect(gradientBoosting.screening!.cheaper(settings)).toMatchObject({ treesPerRound: 1, eta: 0.3 });
  expect(gradientBoosting.screening!.settled(settings, { rounds: 10 })).toEqual({ ...settings, rounds: 30 });
});

test('trees of a round share its step: equal ones are one tree in parts', async () => {
  const same = { ...settings, subsample: 1, columnsByTree: 1, rounds: 1 };
  const single = (await gradientBoosting.fit(rows, { ...same, treesPerRound: 1 }, options)).model;
  const parted = (await gradientBoosting.fit(rows, same, options)).model;
  const [one, three] = [single, parted].map((model) => model.predictProbability(rows.matrix));
  expect(Math.max(...one!.map((probability, row) => Math.abs(probability - three![row]!)))).toBeLessThan(
    1e-6,
  );
});

test('the first rounds of a fit are a fit of so many rounds', async () => {
  const fitted = await gradientBoosting.fit(rows, settings, options);
  const five = await gradientBoosting.fit(rows, { ...settings, rounds: 5 }, options);
  expect(fitted.modelOf!({ ...settings, rounds: 5 })!.toArtifact()).toEqual(five.model.toArtifact());
});
