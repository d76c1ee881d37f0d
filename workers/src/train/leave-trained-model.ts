import type { ModelDocument } from '@churn/shared/artifacts/model-document';
import type { OutOfFoldDocument } from '@churn/shared/artifacts/out-of-fold';
import type { SearchHistory } from '@churn/shared/artifacts/search-history';
import type { Calibration } from '@churn/shared/calibration/calibration';
import { featureList } from '@churn/shared/features/feature-list';
import { featureListHash } from '@churn/shared/features/feature-list-hash';
import type { Campaign } from '@churn/shared/schema/campaign';
import type { JsonValue } from '@churn/shared/schema/json-value';
import type { Artifact } from '@churn/shared/schema/stage-result';
import type { FeaturizedRows } from '../inputs/featurized-input.ts';
import type { StageContext, StageOutcome } from '../stage/stage.ts';
import { thresholdOutOfFold } from './threshold-out-of-fold.ts';

/** What a training has made, of one family or of several. */
export interface TrainedModel {
  readonly history: SearchHistory;
  readonly calibration: Calibration;
  /** `Model.toArtifact()`, not calibrated. */
  readonly parameters: JsonValue;
  /** Calibrated, of rows that neither fit nor calibration had seen. */
  readonly outOfFold: { readonly rows: Int32Array; readonly probabilities: Float64Array };
  readonly fitMs: number;
}

/** Leaves the model, how its settings were found, and what it predicted out of fold; and says so in numbers. */
export async function leaveTrainedModel(
  { store, seed, version }: StageContext<unknown>,
  inputs: readonly Artifact[],
  { dataset, table }: FeaturizedRows,
  campaign: Campaign,
  { history, calibration, parameters, outOfFold, fitMs }: TrainedModel,
): Promise<Pick<StageOutcome, 'outputs' | 'metrics'>> {
  const { family, hyperparameters, learnable, folds, selection } = history;
  const featuresSha256 = inputs.find(({ role }) => role === 'features')!.sha256;
  const document: ModelDocument = {
    format: 'churn-model',
    formatVersion: 1,
    family,
    featureListHash,
    featureNames: featureList.map(({ name }) => name),
    hyperparameters,
    calibration,
    campaign,
    threshold: thresholdOutOfFold(campaign, table, outOfFold),
    training: {
      labelling: dataset.labelling,
      asOf: dataset.asOf,
      featuresSha256,
      ...learnable,
      seed,
      version,
    },
    parameters,
  };
  const predictions: OutOfFoldDocument = {
    format: 'churn-out-of-fold',
    formatVersion: 1,
    family,
    featuresSha256,
    rows: Array.from(outOfFold.rows),
    probabilities: Array.from(outOfFold.probabilities),
  };
  return {
    outputs: [
      await store.addDocument({ folder: 'models', role: 'model' }, document),
      await store.addDocument({ folder: 'models', role: 'search' }, history),
      await store.addDocument(
        { folder: 'models', role: 'out-of-fold' },
        predictions,
        predictions.rows.length,
      ),
    ],
    metrics: {
      family,
      settings: history.settings.source,
      trials: history.trials.length,
      folds: folds.count,
      split: folds.kind,
      ...learnable,
      selectionLogLoss: selection.logLoss,
      selectionRocAuc: selection.rocAuc,
      calibration: calibration.method,
      rule: campaign.rule,
      threshold: document.threshold,
      hyperparameters,
      fitSeconds: fitMs / 1_000,
    },
  };
}
