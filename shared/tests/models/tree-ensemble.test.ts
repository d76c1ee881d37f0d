import { Booster } from '@churn/xgboost-node/booster';
import { DMatrix } from '@churn/xgboost-node/dmatrix';
import { train } from '@churn/xgboost-node/train';
import { parseXgboostModel } from '../../src/models/parse-xgboost-model.ts';
import { marginsOf, type TreeEnsemble } from '../../src/models/tree-ensemble.ts';
import { treeEnsembleFromJson, treeEnsembleToJson } from '../../src/models/tree-ensemble-json.ts';
import { pathContributions } from '../../src/models/tree-path-contributions.ts';
import { seededRandom } from '../../src/platform/seeded-random.ts';
import type { JsonValue } from '../../src/schema/json-value.ts';

const random = seededRandom(11);
const number = () => (random.uniform() < 0.15 ? Number.NaN : random.normal() * 1000);
const columns = Array.from({ length: 5 }, () => Float32Array.from({ length: 3000 }, number));
const labels = Float32Array.from(columns[0]!, (value) => (value + 800 * random.normal() > 300 ? 1 : 0));

/** A stump: column 0 below 5 or missing gives −1 (3 customers), else 2 (1 customer). */
const stump: TreeEnsemble = {
  featureCount: 1,
  baseMargin: 0.5,
  roots: Int32Array.of(0),
  feature: Int32Array.of(0, -1, -1),
  threshold: Float32Array.of(5, 0, 0),
  left: Int32Array.of(1, -1, -1),
  right: Int32Array.of(2, -1, -1),
  defaultLeft: Uint8Array.of(1, 0, 0),
  leafValue: Float32Array.of(0, -1, 2),
  cover: Float32Array.of(4, 3, 1),
};

test.each([
  ['boosted', { eta: 0.3, subsample: 0.8 }, 60, 41],
  ['a forest of', { num_parallel_tree: 50, eta: 1, subsample: 0.6, colsample_bynode: 0.5 }, 1, 1],
])('%s trees give the margins of libxgboost bit for bit', async (_name, settings, rounds, used) => {
  const parameters = {
    objective: 'binary:logistic',
    max_depth: 6,
    base_score: 0.2734,
    seed: 3,
    nthread: 2,
    ...settings,
  };
  using matrix = DMatrix.fromColumns(columns, { label: labels, nthread: 2 });
  using untrained = Booster.create(parameters, [matrix]);
  using booster = (await train({ params: parameters, dtrain: matrix, numBoostRound: rounds })).booster;
  const json = new TextDecoder().decode(booster.saveRaw('json'));
  const ensemble = parseXgboostModel(
    json,
    used,
    untrained.predict(matrix, { outputMargin: true }).values[0]!,
  );
  const margins = marginsOf(ensemble, columns, 3000);
  expect(margins).toEqual(booster.predict(matrix, { outputMargin: true, iterationRange: [0, used] }).values);

  const text = JSON.stringify(treeEnsembleToJson(ensemble));
  expect(treeEnsembleFromJson(JSON.parse(text) as JsonValue)).toEqual(ensemble);
});

test('a value below the threshold goes left, an equal one right, a missing one to the default', () => {
  const values = [Float32Array.of(4, 5, Number.NaN)];
  expect([...marginsOf(stump, values, 3)]).toEqual([-0.5, 2.5, -0.5]);
});

test('contributions start at the mean margin and add up to the margin', () => {
  const { base, addRow } = pathContributions(stump, Int32Array.of(1));
  const values = new Float64Array(2);
  addRow([Float32Array.of(9)], 0, values, 0);
  expect(base).toBe(0.25);
  expect([...values]).toEqual([0, 2.25]);
});

test.each([
  ['a cycle', { left: [0, -1, -1] }, 'child 0 at node 0'],
  ['a child that is not there', { right: [3, -1, -1] }, 'child 3 at node 0'],
  ['a column that is not there', { feature: [1, -1, -1] }, 'column 1 of 1 at node 0'],
  ['arrays of different lengths', { cover: [4, 3] }, 'arrays of 3'],
  ['a number that is none', { leafValue: [0, null, 2] }, 'leafValue'],
  ['a number beyond 32 bits', { leafValue: [0, 1e300, 2] }, 'beyond the range'],
  ['a root in the middle', { roots: [1] }, 'first root of 1'],
])('%s is refused', (_name, damage, message) => {
  const json = { ...(treeEnsembleToJson(stump) as Record<string, JsonValue>), ...damage };
  expect(() => treeEnsembleFromJson(json)).toThrow(message);
});
