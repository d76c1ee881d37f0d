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
  const encoded = encode(fitOneHotEncoder(matrix, 1), matrix);
  expect(encoded.names).toEqual(['region=north', 'region=south', 'age']);
  expect([...encoded.sources]).toEqual([0, 0, 1]);
  expect(encoded.columns.map((column) => [...column])).toEqual([
    [0, 1, 0, 0],
    [1, 0, 1, 0],
    [30, Number.NaN, Math.fround(40.1), 50],
  ]);
});

test('a rare level has no indicator', () => {
  expect(encode(fitOneHotEncoder(matrix, 2), matrix).names).toEqual(['region=south', 'age']);
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
  expect(encoded.columns.slice(0, 2).map((column) => [...column])).toEqual([
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
