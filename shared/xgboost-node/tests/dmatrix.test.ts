import { DMatrix } from '../src/dmatrix.ts';
import { QuantileDMatrix } from '../src/quantile-dmatrix.ts';
import { train } from '../src/train.ts';
import { syntheticRows } from './synthetic-rows.ts';

const { columns, labels: label } = syntheticRows(600, 3);
const params = { objective: 'binary:logistic', max_depth: 3, nthread: 2 };
const nthread = 2;

async function modelOf(dtrain: DMatrix): Promise<Uint8Array> {
  const { booster } = await train({ params, dtrain, numBoostRound: 3 });
  using trained = booster;
  return trained.saveRaw();
}

test('columns, rows and sparse rows of the same numbers make the same model', async () => {
  const rows = Float32Array.from({ length: 1800 }, (_, at) => columns[at % 3]![Math.floor(at / 3)]!);
  const present = [...rows.keys()].filter((at) => !Number.isNaN(rows[at]!));
  const indptr = Int32Array.from({ length: 601 }, (_, row) => present.filter((at) => at < row * 3).length);
  const indices = Int32Array.from(present, (at) => at % 3);
  const values = Float32Array.from(present, (at) => rows[at]!);
  using byColumn = DMatrix.fromColumns(columns, { label, nthread });
  using byRow = DMatrix.fromRows(Float64Array.from(rows), 3, { label, nthread });
  using bySparse = DMatrix.fromCsr({ indptr, indices, values, numCol: 3 }, { label, nthread });
  const expected = await modelOf(byColumn);
  expect(await modelOf(byRow)).toEqual(expected);
  expect(await modelOf(bySparse)).toEqual(expected);
  expect([byRow.numRow, byRow.numCol, bySparse.numNonMissing]).toEqual([600, 3, present.length]);
});

test('columns may be of any type of numbers, and views into larger arrays', async () => {
  const whole = Float64Array.from({ length: 700 }, (_, row) => row % 50);
  const small = [Uint8Array, Int16Array, Int32Array, Float32Array, Float64Array].map((type) =>
    type.from(whole.subarray(100)),
  );
  using typed = DMatrix.fromColumns(small, { nthread });
  using views = DMatrix.fromColumns(Array(5).fill(whole.subarray(100)), { nthread });
  typed.setInfo({ label });
  views.setInfo({ label });
  expect(await modelOf(typed)).toEqual(await modelOf(views));
});

test('a value said to be missing is as good as NaN', async () => {
  const gaps = columns.map((column) => column.map((value) => (Number.isNaN(value) ? -1 : value)));
  using filled = DMatrix.fromColumns(gaps, { label, missing: -1, nthread });
  using plain = DMatrix.fromColumns(columns, { label, nthread });
  expect(filled.numNonMissing).toBe(plain.numNonMissing);
  expect(await modelOf(filled)).toEqual(await modelOf(plain));
});

test('what a matrix was given can be read back, and rows taken out of it', () => {
  const weight = Float32Array.from(label, (_, row) => 1 + (row % 3));
  using matrix = DMatrix.fromColumns(columns, {
    label,
    weight,
    baseMargin: weight,
    featureNames: ['a', 'b', 'c'],
    featureTypes: ['q', 'int', 'float'],
    nthread,
  });
  expect([matrix.getLabel(), matrix.getWeight(), matrix.getBaseMargin()]).toEqual([label, weight, weight]);
  expect([matrix.featureNames, matrix.featureTypes]).toEqual([
    ['a', 'b', 'c'],
    ['q', 'int', 'float'],
  ]);
  using part = matrix.slice([5, 0, 599]);
  expect(part.getLabel()).toEqual(Float32Array.of(label[5]!, label[0]!, label[599]!));
  using grouped = DMatrix.fromColumns(columns, { label, group: Uint32Array.of(100, 500), nthread });
  expect(grouped.getGroup()).toEqual(Uint32Array.of(100, 500));
});

test('weights count: rows of weight 0 teach nothing', async () => {
  const weight = Float32Array.from(label);
  using matrix = DMatrix.fromColumns(columns, { label, weight, nthread });
  const { booster } = await train({
    params: { ...params, base_score: 0.5 },
    dtrain: matrix,
    numBoostRound: 20,
  });
  using trained = booster;
  expect(Math.min(...trained.predict(matrix).values)).toBeGreaterThan(0.9);
});

test('a base margin is where boosting starts', async () => {
  const baseMargin = new Float32Array(600).fill(3);
  using matrix = DMatrix.fromColumns(columns, { label, baseMargin, nthread });
  const { booster } = await train({
    params: { ...params, base_score: 0.5 },
    dtrain: matrix,
    numBoostRound: 2,
  });
  using trained = booster;
  const started = trained.predict(matrix, { outputMargin: true }).values;
  const fromZero = trained.inplacePredict({ columns }, { outputMargin: true }).values;
  expect(Math.max(...started.map((margin, row) => Math.abs(margin - 3 - fromZero[row]!)))).toBeLessThan(1e-5);
});

test('batches make the same model as all rows at once, and validation rows take their bins', async () => {
  const part = (from: number, to: number) => ({
    columns: columns.map((column) => column.subarray(from, to)),
    label: label.subarray(from, to),
  });
  using whole = QuantileDMatrix.fromColumns(columns, { label, nthread });
  using batched = QuantileDMatrix.fromBatches([part(0, 100), part(100, 600)], { nthread });
  expect(batched.numRow).toBe(600);
  expect(await modelOf(batched)).toEqual(await modelOf(whole));

  using validation = QuantileDMatrix.fromColumns(columns, { label, ref: whole, nthread });
  using stranger = QuantileDMatrix.fromColumns(columns, { label, nthread });
  const evals = [{ name: 'validation', matrix: validation }];
  const trained = await train({ params, dtrain: whole, evals, numBoostRound: 1 });
  trained.booster[Symbol.dispose]();
  const other = train({ params, dtrain: whole, evals: [{ name: 'v', matrix: stranger }], numBoostRound: 1 });
  await expect(other).rejects.toThrow('expected the QuantileDMatrix "v" to be made with ref: dtrain');
});

test('an error while batches are read comes through as it was', () => {
  const broken = {
    *[Symbol.iterator]() {
      yield { columns, label };
      throw new RangeError('disk gone');
    },
  };
  const once = broken[Symbol.iterator]();
  expect(() => QuantileDMatrix.fromBatches(broken, { nthread })).toThrow(new RangeError('disk gone'));
  expect(() => QuantileDMatrix.fromBatches(once, { nthread })).toThrow('can be iterated again');
  expect(() => QuantileDMatrix.fromBatches([], { nthread })).toThrow('at least 1 batch');
});

const two = [Float32Array.of(1, 2), Float32Array.of(3, 4)];
const sparse = { indices: Int32Array.of(0), values: Float32Array.of(1), numCol: 2 };

test.each<[string, () => unknown, string]>([
  ['no column', () => DMatrix.fromColumns([], { nthread }), 'got 0 columns'],
  ['no row', () => DMatrix.fromColumns([new Float32Array()], { nthread }), 'of 0'],
  [
    'columns of two lengths',
    () => DMatrix.fromColumns([...two, Float32Array.of(1)], { nthread }),
    'one positive length',
  ],
  ['half a row', () => DMatrix.fromRows(Float32Array.of(1, 2, 3), 2, { nthread }), 'a multiple of 2'],
  ['no column count', () => DMatrix.fromRows(two[0]!, 0, { nthread }), 'positive number of columns'],
  ['a plain array', () => DMatrix.fromColumns([[1, 2] as never], { nthread }), 'typed array'],
  ['an infinite value', () => DMatrix.fromColumns([Float32Array.of(1, Infinity)], { nthread }), '`inf`'],
  ['an infinite missing value', () => DMatrix.fromColumns(two, { missing: Infinity, nthread }), 'missing'],
  ['half a thread', () => DMatrix.fromColumns(two, { nthread: 0.5 }), 'whole number of threads'],
  [
    'a label that is none',
    () => DMatrix.fromColumns(two, { label: Float32Array.of(1, Number.NaN), nthread }),
    'expected label to hold finite numbers, got NaN at 1',
  ],
  [
    'labels too few',
    () => DMatrix.fromColumns(two, { label: Float32Array.of(1), nthread }),
    'one for each of 2 rows',
  ],
  [
    'weights too many',
    () => DMatrix.fromColumns(two, { weight: new Float32Array(4), nthread }),
    'one for each of 2 rows',
  ],
  [
    'a weight below zero',
    () => DMatrix.fromColumns(two, { weight: Float32Array.of(1, -1), nthread }),
    'Weights must be positive',
  ],
  ['groups of other rows', () => DMatrix.fromColumns(two, { group: Uint32Array.of(3), nthread }), 'got 3'],
  [
    'queries out of order',
    () => DMatrix.fromColumns(two, { qid: Uint32Array.of(1, 0), nthread }),
    'non-decreasing',
  ],
  ['a name too few', () => DMatrix.fromColumns(two, { featureNames: ['a'], nthread }), 'expected 2'],
  ['a name twice', () => DMatrix.fromColumns(two, { featureNames: ['a', 'a'], nthread }), '"a" twice'],
  ['a name with <', () => DMatrix.fromColumns(two, { featureNames: ['a', '<'], nthread }), 'got "<"'],
  [
    'a type unknown',
    () => DMatrix.fromColumns(two, { featureTypes: ['q', 'z' as never], nthread }),
    'got "z"',
  ],
  [
    'a column beyond the last',
    () =>
      DMatrix.fromCsr(
        { ...sparse, indptr: Int32Array.of(0, 1), numCol: 1, indices: Int32Array.of(1) },
        { nthread },
      ),
    'columns from 0 to 0, got 1',
  ],
  [
    'rows beyond the values',
    () => DMatrix.fromCsr({ ...sparse, indptr: Int32Array.of(0, 9) }, { nthread }),
    'rise from 0 to 1',
  ],
  [
    'rows that go back',
    () => DMatrix.fromCsr({ ...sparse, indptr: Int32Array.of(0, 2, 1) }, { nthread }),
    'got 3 numbers with 1 at 2',
  ],
  ['one bin', () => QuantileDMatrix.fromColumns(two, { maxBin: 1, nthread }), 'at least 2 bins'],
])('%s is refused', (_name, attempt, message) => {
  expect(attempt).toThrow(message);
});

test('rows to slice must be there, and a matrix freed twice is freed once', () => {
  const matrix = DMatrix.fromColumns(two, { nthread });
  expect(() => matrix.slice([0, 2])).toThrow('rows from 0 to 1, got 2 at 1');
  matrix[Symbol.dispose]();
  matrix[Symbol.dispose]();
  expect(() => matrix.numRow).toThrow('expected a live DMatrix, got one already freed');
});
