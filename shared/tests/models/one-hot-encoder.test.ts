import type { FeatureMatrix } from '../../src/features/feature-matrix.ts';
import { encode, fitOneHotEncoder } from '../../src/models/one-hot-encoder.ts';

const matrix: FeatureMatrix = {
  rowCount: 4,
  columns: [
    { kind: 'categorical', name: 'region', codes: Int32Array.of(0, 1, 0, -1), levels: ['south', 'north'] },
    { kind: 'numeric', name: 'age', values: Float64Array.of(30, Number.NaN, 40.1, 50) },
  ],
};

test('levels with enough rows become indicators, numbers pass through as 32-bit floats', () => {
  const encoder = fitOneHotEncoder(matrix, 1);
  expect(encoder.columns).toEqual([
    { kind: 'level', source: 0, level: 'north' },
    { kind: 'level', source: 0, level: 'south' },
    { kind: 'numeric', source: 1 },
  ]);
  expect(encode(encoder, matrix).map((column) => [...column])).toEqual([
    [0, 1, 0, 0],
    [1, 0, 1, 0],
    [30, Number.NaN, Math.fround(40.1), 50],
  ]);
});

test('a rare level has no indicator', () => {
  expect(fitOneHotEncoder(matrix, 2).columns).toEqual([
    { kind: 'level', source: 0, level: 'south' },
    { kind: 'numeric', source: 1 },
  ]);
});

test('levels are matched by name, whatever their codes are in another matrix', () => {
  const other: FeatureMatrix = {
    rowCount: 2,
    columns: [
      { kind: 'categorical', name: 'region', codes: Int32Array.of(0, 1), levels: ['north', 'east'] },
      { kind: 'numeric', name: 'age', values: Float64Array.of(1, 2) },
    ],
  };
  const encoded = encode(fitOneHotEncoder(matrix, 1), other);
  expect(encoded.slice(0, 2).map((column) => [...column])).toEqual([
    [1, 0],
    [0, 0],
  ]);
});

test('other features than the ones fitted on are refused', () => {
  const encoder = fitOneHotEncoder(matrix, 1);
  expect(() => encode(encoder, { rowCount: 4, columns: [matrix.columns[0]!] })).toThrow(
    'expected 2 features with "age" at position 1, got 1 with "nothing" there',
  );
});
