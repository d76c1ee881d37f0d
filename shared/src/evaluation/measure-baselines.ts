import { setImmediate as nextTurn } from 'node:timers/promises';
import { type EvaluationDocument, recencyBaseline } from '../artifacts/evaluation-document.ts';
import type { FeatureMatrix } from '../features/feature-matrix.ts';
import type { LabelledMatrix } from '../features/labelled-matrix.ts';
import { classificationRates } from '../metrics/classification-rates.ts';
import { confusionAt } from '../metrics/confusion.ts';
import { logLoss, logLossOfGroups } from '../metrics/log-loss.ts';
import { pairedBootstrap } from '../metrics/paired-bootstrap.ts';
import type { BootstrapSettings } from '../metrics/resample-rows.ts';
import { rocAuc, rocAucOfGroups } from '../metrics/roc-auc.ts';
import { logisticRegression } from '../models/logistic-regression.ts';
import type { FitOptions } from '../models/model.ts';

type Baseline = EvaluationDocument['baselines'][number];

const recencyFeature = 'days_since_last';
/** Next to nothing, as one term cannot overfit; not drawn, so that no seed makes the baseline weaker. */
const recencySettings = { ridge: 1e-4 };

/**
 * What is reached without a model worth the name, on the same test rows: everybody gets the share of churn of the
 * training rows; and a logistic regression on the days since the last transaction alone. `winner` are the probabilities
 * that the chosen model gives to the test rows.
 */
export async function measureBaselines(
  learnable: LabelledMatrix,
  test: LabelledMatrix,
  winner: Float64Array,
  options: FitOptions & BootstrapSettings,
): Promise<Baseline[]> {
  const baseRate = learnable.labels.reduce((sum, label) => sum + label, 0) / learnable.labels.length;
  const majority = new Float64Array(test.labels.length).fill(baseRate);
  const recency = await recencyAlone(learnable, test.matrix, options);
  const measure = async (name: string, probabilities: Float64Array): Promise<Baseline> => {
    const rocAucGain = pairedBootstrap(test.labels, probabilities, winner, rocAucOfGroups, options);
    // Answers of threads have their turn between long work.
    await nextTurn();
    const logLossGain = pairedBootstrap(test.labels, winner, probabilities, logLossOfGroups, options);
    await nextTurn();
    return {
      name,
      rocAuc: rocAuc(test.labels, probabilities),
      logLoss: logLoss(test.labels, probabilities),
      accuracy: classificationRates(confusionAt(test.labels, probabilities, 0.5)).accuracy ?? 0,
      rocAucGain,
      logLossGain,
    };
  };
  return [
    await measure('majority class', majority),
    ...(recency === undefined ? [] : [await measure(recencyBaseline, recency)]),
  ];
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
