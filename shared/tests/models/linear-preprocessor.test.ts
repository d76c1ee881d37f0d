import type { FeatureColumn, FeatureMatrix } from '../../src/features/feature-matrix.ts';
import { fitLinearPreprocessor, preprocess } from '../../src/models/linear-preprocessor.ts';

function numeric(name: string, ...values: number[]): FeatureColumn {
  return { kind: 'numeric', name, values: Float64Array.from(values) };
}

function matrix(...columns: FeatureColumn[]): FeatureMatrix {
  const [first] = columns;
  return { rowCount: first!.kind === 'numeric' ? first!.values.length : first!.codes.length, columns };
}

function terms(train: FeatureMatrix, rows = train): number[][] {
  const { preprocessor, columns } = fitLinearPreprocessor(train);
  expect(columns).toEqual(preprocess(preprocessor, train));
  return preprocess(preprocessor, rows).map((values) => [...values]);
}

test('a column without gaps becomes one standardised term', () => {
  expect(terms(matrix(numeric('days', 2, 4, 2, 4)))).toEqual([[-1, 1, -1, 1]]);
});

test('a missing number takes the median and sets an indicator', () => {
  const [value, missing] = terms(matrix(numeric('days', 1, 2, 3, Number.NaN)));
  expect(value![3]).toBe(value![1]);
  expect(missing).toEqual([-1, -1, -1, 3].map((value) => expect.closeTo(value / Math.sqrt(3), 12)));
});

test('a number missing only after training takes the median and sets no indicator', () => {
  const rows = matrix(numeric('days', Number.NaN));
  expect(terms(matrix(numeric('days', 2, 4, 2, 4)), rows)).toEqual([[0]]);
});

test('a constant column becomes no term, whatever it holds later', () => {
  const train = matrix(numeric('days', 0.1, 0.1, 0.1), numeric('never', Number.NaN, Number.NaN, Number.NaN));
  expect(terms(train)).toEqual([]);
  expect(terms(train, matrix(numeric('days', 7), numeric('never', 7)))).toEqual([]);
});

test('a long tail is tamed by the sign-log, symmetric numbers and flags are not', () => {
  const { preprocessor } = fitLinearPreprocessor(
    matrix(
      numeric('amount', 1, 2, 3, 5, 8, 1000),
      numeric('refund', -1, -2, -3, -5, -8, -1000),
      numeric('age', 20, 30, 40, 50, 60, 70),
      numeric('flag', 0, 0, 0, 0, 0, 1),
    ),
  );
  expect(preprocessor.inputs.map(({ signLog }) => signLog)).toEqual([true, true, false, false]);
});

test('a frequent level becomes a term; rare, unseen and missing levels are the same', () => {
  const codes = Int32Array.from({ length: 42 }, (_, row) => (row < 20 ? 0 : row < 40 ? -1 : 1));
  const train = matrix({ kind: 'categorical', name: 'region', codes, levels: ['north', 'rare'] });
  const [indicator, ...others] = terms(train);
  expect(others).toEqual([]);
  expect(new Set(indicator!.slice(20)).size).toBe(1);
  const unseen = matrix({
    kind: 'categorical',
    name: 'region',
    codes: Int32Array.of(0),
    levels: ['elsewhere'],
  });
  expect(terms(train, unseen)).toEqual([[indicator![20]]]);
});
