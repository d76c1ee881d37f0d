import { type FeatureTable, latestRows, testRows } from '@churn/shared/artifacts/feature-table';
import { describeDistributions, describeScores } from '@churn/shared/drift/describe-distributions';
import type { ModelReference } from '@churn/shared/drift/distribution';
import { hashPredictions } from '@churn/shared/evaluation/hash-predictions';
import { selectRows } from '@churn/shared/features/select-rows';
import type { Model } from '@churn/shared/models/model';
import { chooseGoldenRows, type GoldenRows } from '@churn/shared/registry/golden-rows';

/** What the registry keeps of the rows a model was trained and tested on. */
export interface WinnerDescription {
  readonly golden: GoldenRows;
  readonly reference: ModelReference;
  /** Of the probabilities of the test rows. */
  readonly predictionsSha256: string;
}

/**
 * Golden rows from the test rows. The reference for drift: features of all customers at the latest as-of date, the ones
 * most like those to come, and probabilities of the test rows, which the model has not learnt from.
 */
export function describeWinner(model: Model, table: FeatureTable): WinnerDescription {
  const test = selectRows(table, testRows(table)).matrix;
  const latest = selectRows(table, latestRows(table)).matrix;
  const probabilities = model.predictProbability(test);
  return {
    golden: chooseGoldenRows(test, probabilities),
    reference: { features: describeDistributions(latest), scores: describeScores(probabilities) },
    predictionsSha256: hashPredictions(probabilities),
  };
}
