import type { FeatureColumn } from '../../src/features/feature-matrix.ts';
import type { LabelledMatrix } from '../../src/features/labelled-matrix.ts';
import { selectRows } from '../../src/features/select-rows.ts';
import { decisionTree } from '../../src/models/decision-tree.ts';
import { seededRandom } from '../../src/platform/seeded-random.ts';
import { syntheticCustomers } from './synthetic-customers.ts';

const options = { seed: 1, threads: 1 };
const stump = { maxDepth: 1, minimumRowsToSplit: 2, priorRows: 0 };

interface Ensemble {
  readonly feature: readonly number[];
  readonly threshold: readonly number[];
  readonly defaultLeft: readonly number[];
  readonly cover: readonly number[];
}

async function fit(train: LabelledMatrix, hyperparameters: typeof stump) {
  const { model } = await decisionTree.fit(train, hyperparameters, options);
  const { ensemble } = model.toArtifact() as unknown as { readonly ensemble: Ensemble };
  return { ensemble, probabilities: [...model.predictProbability(train.matrix)] };
}

function customers(labels: readonly number[], ...columns: FeatureColumn[]): LabelledMatrix {
  return { labels: Uint8Array.from(labels), matrix: { rowCount: labels.length, columns } };
}

function numeric(name: string, ...values: number[]): FeatureColumn {
  return { kind: 'numeric', name, values: Float64Array.from(values) };
}

const labels = [0, 0, 1, 1, 1];
const days = numeric('days', 1, 3, 5, 7, 9);
const age = numeric('age', 20, 30, 30, 20, 30);

test('the first split is the one computed by hand, half-way between two values', async () => {
  const { ensemble, probabilities } = await fit(customers([0, 1, 0, 1, 1], age, days), stump);
  // Squared error left: 2/3 by days below 6, 3/4 below 2, 7/6 below 4, 1 below 8, 7/6 by age.
  expect(ensemble.feature).toEqual([1, -1, -1]);
  expect(ensemble.threshold[0]).toBe(6);
  expect(ensemble.cover).toEqual([5, 3, 2]);
  expect(probabilities[0]).toBeCloseTo(1 / 3, 6);
});

test('a split that leaves no error is made', async () => {
  const { ensemble, probabilities } = await fit(customers(labels, days), stump);
  expect(ensemble.threshold[0]).toBe(4);
  expect(probabilities.map(Math.round)).toEqual(labels);
});

test('a flag that only leaving customers have is split on', async () => {
  const { ensemble } = await fit(customers([0, 0, 0, 1, 1], numeric('flag', 0, 0, 0, 0, 1)), stump);
  expect(ensemble.feature[0]).toBe(0);
  expect(ensemble.threshold[0]).toBe(0.5);
});

test('missing numbers are below all others and can be parted from them', async () => {
  const gaps = numeric('days', Number.NaN, Number.NaN, 0, -5, 9);
  const { ensemble, probabilities } = await fit(customers([1, 1, 0, 0, 0], gaps), stump);
  expect(ensemble.defaultLeft[0]).toBe(1);
  expect(probabilities.map(Math.round)).toEqual([1, 1, 0, 0, 0]);
});

test('leaves are drawn towards their parent by the prior', async () => {
  const { probabilities } = await fit(customers(labels, days), { ...stump, priorRows: 5 });
  // 0 of 2 and 3 of 3 churned, with five more rows at the overall share of 3/5.
  expect(probabilities[0]).toBeCloseTo((0 + 5 * 0.6) / (2 + 5), 6);
  expect(probabilities[4]).toBeCloseTo((3 + 5 * 0.6) / (3 + 5), 6);
});

test('a node of fewer rows than asked for stays a leaf', async () => {
  const { ensemble } = await fit(customers(labels, days), { ...stump, minimumRowsToSplit: 6 });
  expect(ensemble.feature).toEqual([-1]);
});

test('constant columns give one leaf with the share of churn', async () => {
  const { probabilities } = await fit(customers(labels, numeric('days', 3, 3, 3, 3, 3)), stump);
  expect(probabilities).toEqual(labels.map(() => expect.closeTo(0.6, 6)));
});

test('levels never seen are treated as missing ones', async () => {
  const train = syntheticCustomers(600, 3);
  const { model } = await decisionTree.fit(train, { ...stump, maxDepth: 5 }, options);
  const regionOf = (code: number, level: string) =>
    model.predictProbability({
      ...train.matrix,
      columns: train.matrix.columns.map((column) =>
        column.kind === 'categorical'
          ? { ...column, codes: column.codes.map(() => code), levels: [level] }
          : column,
      ),
    });
  expect(regionOf(0, 'atlantis')).toEqual(regionOf(-1, 'north'));
  expect(regionOf(0, 'south')).not.toEqual(regionOf(-1, 'north'));
});

test('permuting rows changes nothing', async () => {
  const train = syntheticCustomers(900, 6);
  const random = seededRandom(9);
  const places = Float64Array.from(train.labels, () => random.uniform());
  const shuffled = selectRows(
    train,
    Int32Array.from(train.labels.keys()).sort((a, b) => places[a]! - places[b]!),
  );
  const settings = { maxDepth: 6, minimumRowsToSplit: 10, priorRows: 20 };
  expect((await fit(shuffled, settings)).ensemble).toEqual((await fit(train, settings)).ensemble);
});
