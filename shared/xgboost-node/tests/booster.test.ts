import { Booster } from '../src/booster.ts';
import { DMatrix } from '../src/dmatrix.ts';
import { train } from '../src/train.ts';
import { syntheticRows } from './synthetic-rows.ts';

const parameters = {
  objective: 'binary:logistic',
  eval_metric: 'logloss',
  max_depth: 3,
  base_score: 0.5,
  seed: 7,
  nthread: 2,
};
const { columns, labels } = syntheticRows(600, 3);

test('columns and rows of the same numbers make the same model', async () => {
  const rows = Float32Array.from({ length: 1800 }, (_, i) => columns[i % 3]![Math.floor(i / 3)]!);
  using byColumn = DMatrix.fromColumns(columns, { labels, threads: 2 });
  using byRow = DMatrix.fromRows(rows, 3, { labels, threads: 2 });
  using first = (await train({ parameters, train: byColumn, rounds: 3 })).booster;
  using second = (await train({ parameters, train: byRow, rounds: 3 })).booster;
  expect([byRow.rowCount, byRow.columnCount]).toEqual([600, 3]);
  expect(first.save('ubj')).toEqual(second.save('ubj'));
});

test('a booster saved and loaded predicts the same bits', async () => {
  using matrix = DMatrix.fromColumns(columns, { labels, threads: 2 });
  using booster = (await train({ parameters, train: matrix, rounds: 5 })).booster;
  for (const format of ['json', 'ubj'] as const) {
    using loaded = Booster.load(booster.save(format), parameters);
    expect(loaded.predict(matrix)).toEqual(booster.predict(matrix));
  }
});

test('SHAP contributions of a row add up to its margin', async () => {
  using matrix = DMatrix.fromColumns(columns, { labels, threads: 2 });
  using booster = (await train({ parameters, train: matrix, rounds: 5 })).booster;
  const margins = booster.predictMargin(matrix);
  const contributions = booster.predictContributions(matrix);
  for (let row = 0; row < 600; row++) {
    const sum = contributions.slice(row * 4, row * 4 + 4).reduce((a, b) => a + b, 0);
    expect(sum).toBeCloseTo(margins[row]!, 4);
  }
});

test('weights count: rows of weight 0 teach nothing', async () => {
  const weights = Float32Array.from(labels, (label) => label);
  using matrix = DMatrix.fromColumns(columns, { labels, weights, threads: 2 });
  using booster = (await train({ parameters, train: matrix, rounds: 20 })).booster;
  expect(Math.min(...booster.predict(matrix))).toBeGreaterThan(0.9);
});

test('training stops early when the evaluation rows get no better', async () => {
  const noise = Float32Array.from(labels, (_, row) => (row * 7919) % 2);
  using matrix = DMatrix.fromColumns(columns, { labels, threads: 2 });
  using other = DMatrix.fromColumns(columns, { labels: noise, threads: 2 });
  const seen: number[] = [];
  const { booster, bestRounds } = await train({
    parameters,
    train: matrix,
    evaluations: [{ name: 'noise', matrix: other }],
    rounds: 100,
    earlyStoppingRounds: 4,
    onRound: (round) => seen.push(round),
  });
  booster[Symbol.dispose]();
  expect(seen.length).toBe(bestRounds + 4);
});

test('an abort between rounds rejects with its reason', async () => {
  using matrix = DMatrix.fromColumns(columns, { labels, threads: 2 });
  const controller = new AbortController();
  const training = train({
    parameters,
    train: matrix,
    rounds: 1000,
    onRound: (round) => round === 2 && controller.abort(new Error('enough')),
    signal: controller.signal,
  });
  await expect(training).rejects.toThrow('enough');
});

test('a refusal of the library is an XGBoostError that names the call', () => {
  using training = DMatrix.fromColumns(columns, { labels, threads: 1 });
  using booster = new Booster({ nthread: 1, max_depth: 'deep' }, [training]);
  expect(() => booster.update(0, training)).toThrow(/^XGBoosterUpdateOneIter: .*max_depth/s);
  const matrix = DMatrix.fromColumns(columns, { threads: 1 });
  matrix[Symbol.dispose]();
  matrix[Symbol.dispose]();
  expect(() => matrix.rowCount).toThrow('already freed');
  expect(() => DMatrix.fromColumns([new Float32Array(2), new Float32Array(3)], { threads: 1 })).toThrow(
    'one positive length',
  );
});
