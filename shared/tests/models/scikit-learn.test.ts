import type { LabelledMatrix } from '../../src/features/labelled-matrix.ts';
import { logLoss } from '../../src/metrics/log-loss.ts';
import { rocAuc } from '../../src/metrics/roc-auc.ts';
import { decisionTree } from '../../src/models/decision-tree.ts';
import { logisticRegression } from '../../src/models/logistic-regression.ts';
import { scikitLearnModels, testCustomers, trainingCustomers } from './scikit-learn-models.ts';

const options = { seed: 1, threads: 1 };

async function fitLinear(ridge: number) {
  return (await logisticRegression.fit(trainingCustomers, { ridge }, options)).model;
}

test('hardly regularised coefficients are those of scikit-learn without a penalty', async () => {
  const { intercept, coefficients } = (await fitLinear(1e-9)).toArtifact() as {
    readonly intercept: number;
    readonly coefficients: readonly number[];
  };
  const expected = scikitLearnModels.unpenalised;
  expect(intercept).toBeCloseTo(expected.intercept, 4);
  expect(coefficients).toHaveLength(expected.coefficients.length);
  for (const [term, coefficient] of coefficients.entries()) {
    expect(coefficient).toBeCloseTo(expected.coefficients[term]!, 4);
  }
});

test.each(scikitLearnModels.penalised)(
  'with ridge $ridge unseen customers are judged no worse than by ridge regression',
  async ({ ridge, rocAuc: expectedRocAuc, logLoss: expectedLogLoss }) => {
    const probabilities = (await fitLinear(ridge)).predictProbability(testCustomers.matrix);
    expect(rocAuc(testCustomers.labels, probabilities)! - expectedRocAuc).toBeGreaterThan(-0.002);
    expect(logLoss(testCustomers.labels, probabilities) - expectedLogLoss).toBeLessThan(0.002);
  },
);

test('a tree without a prior has the leaves of scikit-learn’s tree of the same depth', async () => {
  const { labels, matrix } = trainingCustomers;
  const columns = matrix.columns.filter((column) => column.kind === 'numeric').slice(0, 2);
  const coarse = columns.map((column) => ({
    ...column,
    values: column.values.map((value) => Math.floor(value / 5)),
  }));
  const train: LabelledMatrix = { labels, matrix: { ...matrix, columns: coarse } };
  const { maxDepth, probabilities } = scikitLearnModels.tree;
  const settings = { maxDepth, minimumRowsToSplit: 2, priorRows: 0 };
  const { model } = await decisionTree.fit(train, settings, options);
  for (const [row, probability] of model.predictProbability(train.matrix).entries()) {
    expect(probability).toBeCloseTo(probabilities[row]!, 5);
  }
});
