import { Booster } from '../src/booster.ts';
import { DMatrix } from '../src/dmatrix.ts';
import { train } from '../src/train.ts';
import { syntheticRows } from './synthetic-rows.ts';

const params = { objective: 'binary:logistic', max_depth: 3, base_score: 0.5, seed: 7, nthread: 2 };
const { columns, labels: label } = syntheticRows(600, 3);
const featureNames = ['calls', 'months', 'paid'];

let matrix: DMatrix;
let booster: Booster;

beforeAll(async () => {
  matrix = DMatrix.fromColumns(columns, { label, featureNames, nthread: 2 });
  ({ booster } = await train({ params, dtrain: matrix, numBoostRound: 6 }));
});

afterAll(() => {
  booster[Symbol.dispose]();
  matrix[Symbol.dispose]();
});

test.each(['json', 'ubj'] as const)('a booster saved as %s and loaded predicts the same bits', (format) => {
  using loaded = Booster.load(booster.saveRaw(format), params);
  expect(loaded.predict(matrix)).toEqual(booster.predict(matrix));
  expect(loaded.featureNames).toEqual(featureNames);
});

test('every kind of prediction has its shape, and one more dimension where shapes are strict', () => {
  const shapes = (strictShape: boolean) =>
    [
      {},
      { outputMargin: true },
      { predLeaf: true },
      { predContribs: true },
      { predContribs: true, approxContribs: true },
      { predInteractions: true },
      { predInteractions: true, approxContribs: true },
    ].map((kind) => booster.predict(matrix, { ...kind, strictShape }).shape.slice(1));
  expect(shapes(false)).toEqual([[], [], [6], [4], [4], [4, 4], [4, 4]]);
  expect(shapes(true)).toEqual([[1], [1], [6, 1, 1], [1, 4], [1, 4], [1, 4, 4], [1, 4, 4]]);
});

test('a range of rounds predicts as a booster of these rounds alone', () => {
  using middle = booster.slice(2, 5);
  const margins = booster.predict(matrix, { outputMargin: true, iterationRange: [2, 5] });
  expect(middle.predict(matrix, { outputMargin: true })).toEqual(margins);
  using every = booster.slice(0, 0, 2);
  expect([middle.numBoostedRounds, every.numBoostedRounds]).toEqual([3, 3]);
});

test('arrays predict as the matrix made of them', () => {
  const rows = Float32Array.from({ length: 1800 }, (_, at) => columns[at % 3]![Math.floor(at / 3)]!);
  const expected = booster.predict(matrix, { outputMargin: true });
  expect(booster.inplacePredict({ columns }, { outputMargin: true })).toEqual(expected);
  expect(booster.inplacePredict({ rows, numCol: 3 }, { outputMargin: true })).toEqual(expected);
});

test('importance counts what the dumps show', () => {
  const dump = booster.getDump({ format: 'json' }).join('\n');
  for (const [name, count] of booster.getScore('weight')) {
    expect(dump.split(`"split": "${name}"`).length - 1).toBe(count);
  }
  const [gain, total] = [booster.getScore('gain'), booster.getScore('total_gain')];
  expect(total.get('calls')! / booster.getScore('weight').get('calls')!).toBeCloseTo(gain.get('calls')!, 2);
  expect(booster.getScore('cover').size).toBe(booster.getScore('total_cover').size);
  expect(booster.getDump({ withStats: true })[0]).toMatch(/^0:\[calls<.*gain=.*cover=/);
});

test('attributes are saved with the model and can be taken away', () => {
  using copy = booster.copy();
  copy.setAttr({ note: 'März', empty: 'x' });
  copy.setAttr({ empty: undefined });
  using loaded = Booster.load(copy.saveRaw(), params);
  expect(loaded.attributes()).toEqual({ note: 'März' });
  expect(loaded.attr('nothing')).toBeUndefined();
});

test('a configuration goes from one booster to another', () => {
  using other = Booster.create({ nthread: 1 }, [matrix]);
  other.loadConfig(booster.saveConfig());
  const depth = /"max_depth":"3"/;
  expect([booster.saveConfig(), other.saveConfig()]).toEqual([
    expect.stringMatching(depth),
    expect.stringMatching(depth),
  ]);
});

test('a matrix of other features is refused by name', () => {
  using unnamed = DMatrix.fromColumns(columns, { nthread: 1 });
  using other = DMatrix.fromColumns(columns, { featureNames: ['calls', 'age', 'paid'], nthread: 1 });
  expect(() => booster.predict(unnamed)).toThrow(
    'expected a matrix with feature names (calls, months, paid)',
  );
  expect(() => booster.predict(other)).toThrow('got age in place of months');
});

test('a refusal of the library is an XGBoostError that names the call, without times and places', () => {
  using fresh = Booster.create({ nthread: 1, max_depth: 'deep' }, [matrix]);
  expect(() => fresh.update(matrix, 0)).toThrow(
    expect.objectContaining({
      name: 'XGBoostError',
      call: 'XGBoosterUpdateOneIter',
      message: expect.stringMatching(/^XGBoosterUpdateOneIter: Invalid Parameter format for max_depth/),
    }),
  );
});

test.each([
  ['rounds that are not there', () => booster.predict(matrix, { iterationRange: [0, 7] }), 'got 0 to 7'],
  ['rounds from beyond the last', () => booster.predict(matrix, { iterationRange: [50, 0] }), 'got 50 to 0'],
  ['a round of more than 32 bits', () => booster.predict(matrix, { iterationRange: [0, 1e12] }), 'within'],
  ['a range backwards', () => booster.predict(matrix, { iterationRange: [3, 2] }), 'got 3 to 2'],
  ['two kinds at once', () => booster.predict(matrix, { predLeaf: true, predContribs: true }), 'got 2'],
  ['a slice beyond the end', () => booster.slice(0, 9), 'within 0 to 6'],
  ['fewer columns', () => booster.inplacePredict({ columns: columns.slice(1) }), 'Number of columns'],
  ['an untrained booster', () => Booster.create({ nthread: 1 }).saveRaw(), '0 feature'],
  ['a gradient too short', () => booster.boost(matrix, 0, gradient(3, 1)), '600 rows, got 3'],
  ['a gradient of no number', () => booster.boost(matrix, 0, gradient(600, Number.NaN)), 'finite gradients'],
])('%s is refused', (_name, attempt, message) => {
  expect(attempt).toThrow(message);
});

test('a booster freed twice is freed once, and tells who uses it afterwards', () => {
  const copy = booster.copy();
  copy[Symbol.dispose]();
  copy[Symbol.dispose]();
  expect(() => copy.predict(matrix)).toThrow('expected a live Booster, got one already freed');
});

test('a booster outlives the matrices that it was trained on', () => {
  const own = DMatrix.fromColumns(columns, { label, nthread: 1 });
  using trained = Booster.create(params, [own]);
  trained.update(own, 0);
  own[Symbol.dispose]();
  expect(trained.inplacePredict({ columns }).shape).toEqual([600]);
});

function gradient(length: number, value: number) {
  return { grad: new Float32Array(length).fill(value), hess: new Float32Array(length).fill(1) };
}
