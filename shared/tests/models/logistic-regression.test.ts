import { Matrix } from 'ml-matrix';
import type { FeatureColumn } from '../../src/features/feature-matrix.ts';
import type { LabelledMatrix } from '../../src/features/labelled-matrix.ts';
import { dampedWhitening } from '../../src/models/damped-whitening.ts';
import { fitCoefficients } from '../../src/models/fit-coefficients.ts';
import { logisticRegression } from '../../src/models/logistic-regression.ts';
import { spectrumOf } from '../../src/models/spectrum.ts';
import { WhitenedRows } from '../../src/models/whitened-rows.ts';
import { seededRandom } from '../../src/platform/seeded-random.ts';
import { syntheticCustomers } from './synthetic-customers.ts';

const options = { seed: 1, threads: 1 };

/** 60 customers, alternately staying and leaving, with the given column. */
function withColumn(column: FeatureColumn): LabelledMatrix {
  return {
    labels: Uint8Array.from({ length: 60 }, (_, row) => row % 2),
    matrix: { rowCount: 60, columns: [column] },
  };
}

test('where nothing is known of customers, each gets the share of churn', async () => {
  const constant = withColumn({ kind: 'numeric', name: 'days', values: new Float64Array(60).fill(3) });
  constant.labels.fill(0, 0, 40);
  const { model } = await logisticRegression.fit(constant, { ridge: 0.01 }, options);
  expect(model.predictProbability(constant.matrix)[0]).toBeCloseTo(10 / 60, 12);
  expect(model.explain(constant.matrix).values).toEqual(new Float64Array(60));
});

test('columns that repeat another one share its coefficient', () => {
  const random = seededRandom(3);
  const column = Float64Array.from({ length: 400 }, () => random.normal());
  const labels = Uint8Array.from(column, (value) => (value + random.normal() > 0 ? 1 : 0));
  const fit = (columns: Float64Array[]) =>
    fitCoefficients({ columns, spectrum: spectrumOf(columns), labels, ridge: 1e-6 });
  const [alone] = fit([column]).coefficients;
  const [first, second] = fit([column, column]).coefficients;
  expect(first).toBeCloseTo(second!, 6);
  expect(first! + second!).toBeCloseTo(alone!, 3);
});

test('more ridge gives smaller coefficients', () => {
  const { matrix, labels } = syntheticCustomers(600, 5, 0);
  const days = matrix.columns[0]!;
  if (days.kind !== 'numeric') throw new Error('expected days to be numeric');
  const columns = [days.values.map((value) => (Number.isNaN(value) ? 0 : (value - 50) / 29))];
  const spectrum = spectrumOf(columns);
  const slopes = [0.001, 0.1, 1, 10].map(
    (ridge) => fitCoefficients({ columns, spectrum, labels, ridge }).coefficients[0]!,
  );
  expect(slopes).toEqual(slopes.toSorted((a, b) => b - a));
  expect(slopes[3]).toBeLessThan(slopes[0]! / 5);
});

test('when churn is rare the mean prediction still is the share of churn', () => {
  const random = seededRandom(8);
  const column = Float64Array.from({ length: 2000 }, () => random.normal());
  const labels = Uint8Array.from(column, (value) =>
    random.uniform() < 1 / (1 + Math.exp(4 - value)) ? 1 : 0,
  );
  const spectrum = spectrumOf([column]);
  const { intercept, coefficients } = fitCoefficients({ columns: [column], spectrum, labels, ridge: 0.001 });
  const predicted = column.map((value) => 1 / (1 + Math.exp(-intercept - coefficients[0]! * value)));
  const churned = labels.reduce((sum, label) => sum + label, 0);
  const expected = predicted.reduce((sum, probability) => sum + probability, 0);
  expect(Math.abs(expected / churned - 1)).toBeLessThan(0.005);
});

test('labels that a column separates give finite coefficients', async () => {
  const separated = withColumn({
    kind: 'numeric',
    name: 'days',
    values: Float64Array.from({ length: 60 }, (_, row) => (row % 2) * 100 + row / 60),
  });
  const { model } = await logisticRegression.fit(separated, { ridge: 1e-4 }, options);
  const probabilities = model.predictProbability(separated.matrix);
  expect(probabilities.every((probability, row) => Math.round(probability) === separated.labels[row])).toBe(
    true,
  );
  expect(probabilities.every((probability) => probability > 0 && probability < 1)).toBe(true);
});

test('rows remembered from an earlier fit give the coefficients of a first one; other labels are other rows', async () => {
  const { matrix, labels } = syntheticCustomers(400, 9, 0);
  const coefficientsOf = async (ridge: number, of = labels) =>
    (await logisticRegression.fit({ matrix, labels: of }, { ridge }, options)).model.toArtifact();
  const first = await coefficientsOf(0.1);
  const swapped = await coefficientsOf(
    0.1,
    labels.map((label) => 1 - label),
  );
  await coefficientsOf(0.01);
  expect(await coefficientsOf(0.1)).toEqual(first);
  expect(swapped).not.toEqual(first);
});

test('whitened rows multiply as the product of terms and whitening does', () => {
  const random = seededRandom(2);
  const columns = Array.from({ length: 3 }, () =>
    Float64Array.from({ length: 1_030 }, () => random.normal()),
  );
  const whitening = dampedWhitening(spectrumOf(columns), 0.3);
  const product = new Matrix(columns.map((column) => [...column])).transpose().mmul(whitening);
  product.addColumn(0, Array(1_030).fill(1));
  const rows = new WhitenedRows(columns, whitening);
  const weights = Matrix.columnVector([0.5, 1, -2, 3]);
  const errors = Matrix.columnVector(Array.from({ length: 1_030 }, () => random.normal()));
  const close = (values: ArrayLike<number>) => Array.from(values, (value) => expect.closeTo(value, 9));
  expect([...rows.mmul(weights).to1DArray()]).toEqual(close(product.mmul(weights).to1DArray()));
  expect(rows.transpose().mmul(errors).to1DArray()).toEqual(
    close(product.transpose().mmul(errors).to1DArray()),
  );
});
