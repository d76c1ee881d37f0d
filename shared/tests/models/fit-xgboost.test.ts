import { fitXgboost, type XgboostSettings } from '../../src/models/fit-xgboost.ts';
import { usefulThreads } from '../../src/models/useful-threads.ts';
import { syntheticCustomers } from './synthetic-customers.ts';

test.each([
  [1_000, 8, 1],
  [2_000_000, 8, 1],
  [2_000_001, 8, 2],
  [2_000_001, 1, 1],
  [100_000_000, 8, 8],
])('%d cells have use for so many of threads: %d of them, %d', (cells, atHand, useful) => {
  expect(usefulThreads(cells, atHand)).toBe(useful);
});

describe('on a table that is large enough for two threads', () => {
  const rows = 40_000;
  const noiseColumns = 58;
  const train = syntheticCustomers(rows, 1, noiseColumns);
  const validation = syntheticCustomers(2_000, 2, noiseColumns);
  const boosting: XgboostSettings = {
    parameters: { max_depth: 6, eta: 0.2, subsample: 0.8, colsample_bytree: 0.7 },
    rounds: 20,
    earlyStoppingRounds: 5,
  };
  const forest: XgboostSettings = {
    parameters: { max_depth: 10, eta: 1, num_parallel_tree: 10, subsample: 0.6, colsample_bynode: 0.4 },
    rounds: 1,
  };

  test('there is use for two', () => {
    expect(usefulThreads(rows * (2 + noiseColumns), 2)).toBe(2);
  });

  test.each([
    ['boosted trees', boosting],
    ['a forest', forest],
  ])('1 and 2 threads grow the same: %s', async (_, settings) => {
    const fitted = (threads: number) => fitXgboost(train, settings, { seed: 42, threads, validation });
    const [one, two] = [await fitted(1), await fitted(2)];
    expect(two.rounds).toBe(one.rounds);
    expect(JSON.stringify(one.ensemble).length).toBeGreaterThan(10_000);
    expect(JSON.stringify(two.ensemble)).toBe(JSON.stringify(one.ensemble));
  });
});

test('a fit on columns that others have been fitted on is as if it were the first', async () => {
  const train = syntheticCustomers(500, 3);
  const validation = syntheticCustomers(200, 4);
  const otherLabels = train.labels.map((label, row) => (row % 3 === 0 ? 1 - label : label));
  const settings = (maxDepth: number): XgboostSettings => ({
    parameters: { max_depth: maxDepth, eta: 0.3, subsample: 0.8 },
    rounds: 20,
    earlyStoppingRounds: 5,
  });
  const fitted = async (labels: Uint8Array, maxDepth: number) => {
    const options = { seed: 42, threads: 1, validation };
    return JSON.stringify((await fitXgboost({ ...train, labels }, settings(maxDepth), options)).ensemble);
  };
  const first = await fitted(train.labels, 3);
  const others = await Promise.all([fitted(otherLabels, 3), fitted(train.labels, 5)]);
  expect(others).not.toContain(first);
  expect(await Promise.all([fitted(train.labels, 3), fitted(train.labels, 3)])).toEqual([first, first]);
  expect(await Promise.all([fitted(otherLabels, 3), fitted(train.labels, 5)])).toEqual(others);
});
