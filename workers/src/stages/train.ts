import type { DatasetDescription } from '@churn/shared/artifacts/dataset-description';
import type { FeatureTable } from '@churn/shared/artifacts/feature-table';
import type { ModelDocument } from '@churn/shared/artifacts/model-document';
import type { OutOfFoldDocument } from '@churn/shared/artifacts/out-of-fold';
import { featureListHash } from '@churn/shared/features/feature-list-hash';
import { profitThreshold } from '@churn/shared/metrics/campaign-profit';
import { modelFamilies } from '@churn/shared/models/model-families';
import { canonicalJson } from '@churn/shared/platform/canonical-json';
import type { Campaign } from '@churn/shared/schema/campaign';
import type { ModelFamilyName } from '@churn/shared/schema/model-family-name';
import type { Artifact } from '@churn/shared/schema/stage-result';
import { type TrainedFamily, trainFamily } from '@churn/shared/training/train-family';
import type { Stage, StageContext, StageOutcome } from '../stage/stage.ts';
import { findFeaturized, readFeaturized } from './featurized-input.ts';
import { forgetUnfinishedSearch, openUnfinishedSearch, type SearchIdentity } from './unfinished-search.ts';

export interface TrainOptions {
  readonly family: ModelFamilyName;
  /** Configurations tried. */
  readonly trials: number;
  /** No trial begins later after the first; 0: no limit. */
  readonly searchSeconds: number;
  readonly campaign: Campaign;
}

/** Searches, fits and calibrates one model family on the rows that are no test. */
export const trainStage: Stage<TrainOptions> = {
  name: 'train',
  part: ({ family }) => family,
  cacheable: true,
  findInputs: findFeaturized,
  execute: async (context, inputs) => {
    const { dataset, table } = await readFeaturized(context, inputs);
    return train(context, inputs, dataset, table);
  },
  afterRecord: async (context, inputs) => forgetUnfinishedSearch(context.layout, identityOf(context, inputs)),
};

async function train(
  context: StageContext<TrainOptions>,
  inputs: readonly Artifact[],
  dataset: DatasetDescription,
  table: FeatureTable,
): Promise<StageOutcome> {
  const { options, seed, threads, store, logger, signal, version } = context;
  const family = modelFamilies[options.family];
  const log = await openUnfinishedSearch(context.layout, identityOf(context, inputs));
  if (log.size > 0) logger.info('search resumed', { family: family.name, endedTrials: log.size });
  const trained = await trainFamily(family, table, dataset.split, dataset.labelling.horizonDays, {
    seed,
    threads,
    signal,
    trials: options.trials,
    log,
    ...(options.searchSeconds === 0 ? {} : { timeIsUp: timer(options.searchSeconds) }),
    onTrial: (ended) => logger.info('trial', { family: family.name, of: options.trials, ...ended }),
  });
  const document: ModelDocument = {
    format: 'churn-model',
    formatVersion: 1,
    family: family.name,
    featureListHash,
    featureNames: table.matrix.columns.map(({ name }) => name),
    hyperparameters: trained.history.hyperparameters,
    calibration: trained.calibration,
    campaign: options.campaign,
    threshold: profitThreshold(options.campaign),
    training: {
      labelling: dataset.labelling,
      asOf: dataset.asOf,
      featuresSha256: inputs.find(({ role }) => role === 'features')!.sha256,
      rows: trained.history.learnable.rows,
      churned: trained.history.learnable.churned,
      seed,
      version,
    },
    parameters: trained.model.toArtifact(),
  };
  const model = await store.addText(
    { folder: 'models', role: 'model', extension: 'json' },
    `${canonicalJson(document)}\n`,
  );
  const search = await store.addText(
    { folder: 'models', role: 'search', extension: 'json' },
    `${canonicalJson(trained.history)}\n`,
  );
  const outOfFold: OutOfFoldDocument = {
    format: 'churn-out-of-fold',
    formatVersion: 1,
    family: family.name,
    featuresSha256: document.training.featuresSha256,
    rows: [...trained.outOfFold.rows],
    probabilities: [...trained.outOfFold.probabilities],
  };
  const predictions = await store.addText(
    { folder: 'models', role: 'out-of-fold', extension: 'json' },
    `${canonicalJson(outOfFold)}\n`,
    outOfFold.rows.length,
  );
  return {
    outputs: [model, search, predictions],
    metrics: metricsOf(trained, document),
    warnings: warningsOf(trained, options),
  };
}

function identityOf(
  { options, seed, version }: StageContext<TrainOptions>,
  inputs: readonly Artifact[],
): SearchIdentity {
  return { family: options.family, inputs, seed, version };
}

function timer(seconds: number): () => boolean {
  const startedAt = performance.now();
  return () => performance.now() - startedAt >= seconds * 1_000;
}

function metricsOf({ history }: TrainedFamily, document: ModelDocument): StageOutcome['metrics'] {
  return {
    family: document.family,
    trials: history.trials.length,
    folds: history.folds.count,
    split: history.folds.kind,
    rows: history.learnable.rows,
    churned: history.learnable.churned,
    selectionLogLoss: history.selection.logLoss,
    selectionRocAuc: history.selection.rocAuc,
    calibration: document.calibration.method,
    threshold: document.threshold,
    hyperparameters: document.hyperparameters,
  };
}

function warningsOf({ history }: TrainedFamily, { trials, searchSeconds }: TrainOptions): string[] {
  return [
    ...(history.folds.count === 1
      ? ['Settings were chosen on one fold only: more snapshots would make the choice steadier.']
      : []),
    ...(history.endedBy === 'time'
      ? [
          `The search ended after ${searchSeconds} seconds, before all rungs of its ${trials} trials were climbed: another run may ` +
            'get further, choose other settings and give another model.',
        ]
      : []),
  ];
}
