import { DMatrix } from '../src/dmatrix.ts';
import { train } from '../src/train.ts';
import { syntheticRows } from './synthetic-rows.ts';

const params = { objective: 'binary:logistic', max_depth: 3, seed: 7, nthread: 2 };
const { columns, labels: label } = syntheticRows(600, 3);
const noise = Float32Array.from(label, (_, row) => (row * 7919) % 2);

let dtrain: DMatrix;
let other: DMatrix;
beforeAll(() => {
  dtrain = DMatrix.fromColumns(columns, { label, nthread: 2 });
  other = DMatrix.fromColumns(columns, { label: noise, nthread: 2 });
});
afterAll(() => {
  dtrain[Symbol.dispose]();
  other[Symbol.dispose]();
});

test('training stops so many rounds after the best score, which the booster remembers', async () => {
  const { booster, bestRounds, history } = await train({
    params: { ...params, eval_metric: ['auc', 'logloss'] },
    dtrain,
    evals: [{ name: 'noise', matrix: other }],
    numBoostRound: 100,
    earlyStopping: { rounds: 4 },
  });
  using trained = booster;
  expect(history.length).toBe(bestRounds + 4);
  expect(history[0]!.map(({ name, metric }) => `${name}-${metric}`)).toEqual(['noise-auc', 'noise-logloss']);
  expect([trained.bestIteration, trained.numBoostedRounds]).toEqual([bestRounds - 1, bestRounds + 4]);
  expect(trained.bestScore).toBe(history[bestRounds - 1]![1]!.value);
});

test('another metric, of which more is better, may decide, and only the best rounds be kept', async () => {
  const { booster, bestRounds, history } = await train({
    params: { ...params, eval_metric: ['auc', 'logloss'] },
    dtrain,
    evals: [
      { name: 'noise', matrix: other },
      { name: 'train', matrix: dtrain },
    ],
    numBoostRound: 100,
    earlyStopping: { rounds: 3, metricName: 'auc', dataName: 'noise', saveBest: true },
  });
  using trained = booster;
  const scores = history.map((round) => round[0]!.value);
  expect(scores.indexOf(Math.max(...scores))).toBe(bestRounds - 1);
  expect([trained.numBoostedRounds, trained.bestIteration]).toEqual([bestRounds, bestRounds - 1]);
});

test('the gradient of the log loss boosts as the objective itself', async () => {
  const plain = { ...params, base_score: 0.5 };
  const own = await train({
    params: plain,
    dtrain,
    numBoostRound: 8,
    obj: ({ values }) => {
      const probability = values.map((margin) => 1 / (1 + Math.exp(-margin)));
      return {
        grad: probability.map((p, row) => p - label[row]!),
        hess: probability.map((p) => p * (1 - p)),
      };
    },
  });
  const builtIn = await train({ params: plain, dtrain, numBoostRound: 8 });
  using first = own.booster;
  using second = builtIn.booster;
  const [a, b] = [first, second].map((booster) => booster.predict(dtrain, { outputMargin: true }).values);
  expect(Math.max(...a!.map((margin, row) => Math.abs(margin - b![row]!)))).toBeLessThan(1e-3);
});

test('a metric of one’s own is scored after the built-in ones and may stop the training', async () => {
  const { booster, history, bestRounds } = await train({
    params,
    dtrain,
    evals: [{ name: 'train', matrix: dtrain }],
    numBoostRound: 50,
    customMetric: ({ values }) => ['lowest', Math.min(...values)],
    earlyStopping: { rounds: 2, maximize: true },
  });
  booster[Symbol.dispose]();
  expect(history[0]!.map(({ metric }) => metric)).toEqual(['logloss', 'lowest']);
  expect(bestRounds).toBe(1);
});

test('boosting goes on from a booster or its bytes as if it had not been interrupted', async () => {
  using whole = (await train({ params, dtrain, numBoostRound: 10 })).booster;
  using half = (await train({ params, dtrain, numBoostRound: 4 })).booster;
  for (const xgbModel of [half, half.saveRaw('json'), half.saveRaw('ubj')]) {
    const { booster } = await train({ params, dtrain, numBoostRound: 6, xgbModel });
    using continued = booster;
    expect(continued.predict(dtrain)).toEqual(whole.predict(dtrain));
  }
  expect(half.numBoostedRounds).toBe(4);
});

test('callbacks see each round and may change parameters or end the training', async () => {
  const seen: [string, number][] = [];
  const { booster } = await train({
    params,
    dtrain,
    numBoostRound: 10,
    callbacks: [
      {
        beforeIteration: (model, round) => {
          seen.push(['before', round]);
          model.setParam({ eta: 0.3 / (round + 1) });
        },
        afterIteration: (_model, round) => round === 2,
      },
    ],
  });
  using trained = booster;
  expect(seen.map(([, round]) => round)).toEqual([0, 1, 2]);
  expect(trained.numBoostedRounds).toBe(3);
});

test('an abort between rounds rejects with its reason', async () => {
  const controller = new AbortController();
  const training = train({
    params,
    dtrain,
    numBoostRound: 1000,
    callbacks: [
      {
        afterIteration: (_model, round) => {
          if (round === 2) controller.abort(new Error('enough'));
          return undefined;
        },
      },
    ],
    signal: controller.signal,
  });
  await expect(training).rejects.toThrow('enough');
});

test('the same seed makes the same bytes on one thread and on two, and while another training is asked for', async () => {
  const modelOn = async (nthread: number) => {
    const sampled = { ...params, nthread, subsample: 0.5, colsample_bynode: 0.5 };
    const { booster } = await train({ params: sampled, dtrain, numBoostRound: 5 });
    using trained = booster;
    return trained.saveRaw();
  };
  const expected = await modelOn(1);
  expect(await modelOn(2)).toEqual(expected);
  expect(await Promise.all([modelOn(1), modelOn(2)])).toEqual([expected, expected]);
});

test.each([
  ['early stopping without anything to watch', { earlyStopping: { rounds: 3 } }, 'expected evals'],
  ['rounds that are no number', { numBoostRound: Number.NaN }, 'expected a number of rounds, got NaN'],
  ['a misspelled parameter', { params: { ...params, max_dept: 3 } }, 'got "max_dept"'],
  ['a parameter of no number', { params: { ...params, eta: Number.NaN } }, 'for eta, got NaN'],
  ['a constraint on no feature', { params: { ...params, monotone_constraints: { age: 1 } } }, 'got "age"'],
  ['an unknown objective', { params: { ...params, objective: 'binary:guess' } }, 'Unknown objective'],
  ['damaged bytes to go on from', { xgbModel: new Uint8Array(9) }, 'expected a saved model'],
] as const)('%s is refused', async (_name, change, message) => {
  const training = train({ params, dtrain, numBoostRound: 3, ...change } as Parameters<typeof train>[0]);
  await expect(training).rejects.toThrow(message);
});

test.each([
  ['no such metric', { rounds: 3, metricName: 'auc' }, 'got other-logloss'],
  ['no round', { rounds: 0 }, 'after 1 round or more'],
])('early stopping by %s is refused', async (_name, earlyStopping, message) => {
  const evals = [{ name: 'other', matrix: other }];
  await expect(train({ params, dtrain, numBoostRound: 3, evals, earlyStopping })).rejects.toThrow(message);
});

test('a name that the library could not tell apart from a metric is refused', async () => {
  const evals = [{ name: 'in-time', matrix: other }];
  await expect(train({ params, dtrain, numBoostRound: 3, evals })).rejects.toThrow(
    'without "-", got "in-time"',
  );
});
