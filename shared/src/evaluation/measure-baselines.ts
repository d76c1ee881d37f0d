import type { EvaluationDocument } from '../artifacts/evaluation-document.ts';
import type { FeatureMatrix } from '../features/feature-matrix.ts';
import type { LabelledMatrix } from '../features/labelled-matrix.ts';
import { classificationRates } from '../metrics/classification-rates.ts';
import { confusionAt } from '../metrics/confusion.ts';
import { logLoss } from '../metrics/log-loss.ts';
import { rocAuc } from '../metrics/roc-auc.ts';
import { logisticRegression } from '../models/logistic-regression.ts';
import type { FitOptions } from '../models/model.ts';

type Baseline = EvaluationDocument['baselines'][number];

const recencyFeature = 'days_since_last';
/** Next to nothing, as one term cannot overfit; not drawn, so that no seed makes the baseline weaker. */
const recencySettings = { ridge: 1e-4 };

/**
 * What is reached without a model worth the name, on the same test rows: everybody gets the share of churn of the
 * training rows; and a logistic regression on the days since the last transaction alone.
 */
export async function measureBaselines(
  learnable: LabelledMatrix,
  test: LabelledMatrix,
  options: FitOptions,
): Promise<Baseline[]> {
  const baseRate = learnable.labels.reduce((sum, label) => sum + label, 0) / learnable.labels.length;
  const majority = new Float64Array(test.labels.length).fill(baseRate);
  const recency = await recencyAlone(learnable, test.matrix, options);
  return [
    measure('majority class', test.labels, majority),
    ...(recency === undefined ? [] : [measure('recency only', test.labels, recency)]),
  ];
}

function measure(name: string, labels: Uint8Array, probabilities: Float64Array): Baseline {
  return {
    name,
    rocAuc: rocAuc(labels, probabilities),
    logLoss: logLoss(labels, probabilities),
    accuracy: classificationRates(confusionAt(labels, probabilities, 0.5)).accuracy ?? 0,
  };
}

async function recencyAlone(
  learnable: LabelledMatrix,
  testMatrix: FeatureMatrix,
  options: FitOptions,
): Promise<Float64Array | undefined> {
  const only = (matrix: FeatureMatrix): FeatureMatrix => ({
    rowCount: matrix.rowCount,
    columns: matrix.columns.filter(({ name }) => name === recencyFeature),
  });
  const matrix = only(learnable.matrix);
  const [recency] = matrix.columns;
  if (recency?.kind !== 'numeric' || new Set(recency.values).size < 2) return undefined;
  const { model } = await logisticRegression.fit(
    { matrix, labels: learnable.labels },
    recencySettings,
    options,
  );
  return model.predictProbability(only(testMatrix));
}
