import { measureSlices } from '../../src/evaluation/measure-slices.ts';
import { categoricalColumn } from '../../src/features/categorical-column.ts';

const rowCount = 70;
const regions = Array.from({ length: rowCount }, (_, row) => (row < 40 ? 'north' : row < 50 ? null : 'tiny'));
const matrix = {
  rowCount,
  columns: [
    categoricalColumn('region', regions),
    {
      kind: 'numeric' as const,
      name: 'tenure_days',
      values: Float64Array.from({ length: rowCount }, (_, row) => (row < 35 ? 10 : 800)),
    },
  ],
};
const labels = Uint8Array.from({ length: rowCount }, (_, row) => row % 2);
const probabilities = Float64Array.from(labels, (label) => 0.25 + label / 2);

test('a slice has its rows, its churn and its mean probability', () => {
  const slices = measureSlices(matrix, labels, probabilities);
  expect(slices).toContainEqual({
    by: 'region',
    name: 'north',
    rows: 40,
    churned: 20,
    meanProbability: 0.5,
    rocAuc: 1,
  });
});

test('slices of fewer than 30 rows are left out', () => {
  const names = measureSlices(matrix, labels, probabilities).map(({ name }) => name);
  expect(names).not.toContain('tiny');
});

test('tenure is cut into bands', () => {
  const bands = measureSlices(matrix, labels, probabilities).filter(({ by }) => by === 'tenure');
  expect(bands.map(({ name, rows }) => [name, rows])).toEqual([
    ['two years and more', 35],
    ['under half a year', 35],
  ]);
});

test('ages are cut into bands and genders told apart, and a column without values makes no slice', () => {
  const columns = [
    {
      kind: 'numeric' as const,
      name: 'age',
      values: Float64Array.from({ length: rowCount }, (_, row) =>
        row < 30 ? 29 : row < 60 ? 60 : Number.NaN,
      ),
    },
    categoricalColumn(
      'gender',
      Array.from({ length: rowCount }, (_, row) => (row < 35 ? 'female' : 'male')),
    ),
    categoricalColumn(
      'region',
      Array.from({ length: rowCount }, () => null),
    ),
  ];
  const slices = measureSlices({ rowCount, columns }, labels, probabilities);
  expect(slices.map(({ by, name, rows }) => [by, name, rows])).toEqual([
    ['age', '60 and over', 30],
    ['age', 'under 30', 30],
    ['gender', 'female', 35],
    ['gender', 'male', 35],
  ]);
});
