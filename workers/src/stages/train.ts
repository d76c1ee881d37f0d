import type { DatasetDescription } from '@churn/shared/artifacts/dataset-description';
import { outputOf } from '@churn/shared/artifacts/find-stage-result';
import { parseModelDocument } from '@churn/shared/artifacts/model-document';
import { hasTrials, parseSearchHistory } from '@churn/shared/artifacts/search-history';
import { modelFamilies } from '@churn/shared/models/model-families';
import { canonicalJson } from '@churn/shared/platform/canonical-json';
import { sha256 } from '@churn/shared/platform/sha256';
import type { Campaign } from '@churn/shared/schema/campaign';
import type { ModelFamilyName, SingleFamilyName } from '@churn/shared/schema/model-family-name';
import type { Artifact, StageResult } from '@churn/shared/schema/stage-result';
import { chooseSettingsSource, type SearchMode } from '@churn/shared/training/choose-settings-source';
import type { LearnableRows } from '@churn/shared/training/data-moved';
import { trainFamily } from '@churn/shared/training/train-family';
import { championRole } from '../inputs/champion-input.ts';
import { findFeaturized, readDataset, readFeaturized } from '../inputs/featurized-input.ts';
import type { Stage, StageContext, StageOutcome } from '../stage/stage.ts';
import { type CampaignOptions, findCampaign } from '../train/campaign-input.ts';
import {
  findEarlierSearch,
  readSearchRecord,
  rememberMetSearch,
  rememberSearch,
  searchQuestion,
} from '../train/earlier-search.ts';
import { leaveTrainedModel } from '../train/leave-trained-model.ts';
import { searchWarnings } from '../train/search-warnings.ts';
import { findBlendInputs, trainBlend } from '../train/train-blend.ts';
import {
  forgetUnfinishedSearch,
  openUnfinishedSearch,
  type SearchIdentity,
} from '../train/unfinished-search.ts';

export interface TrainOptions {
  readonly family: ModelFamilyName;
  /** Configurations tried. */
  readonly trials: number;
  /** No trial begins later after the first; 0: no limit. */
  readonly searchSeconds: number;
  readonly search: SearchMode;
  readonly campaign: CampaignOptions;
}

/** Searches, fits and calibrates one model family on the rows that are no test, or blends those that the run has trained. */
export const trainStage: Stage<TrainOptions> = {
  name: 'train',
  part: ({ family }) => family,
  cacheable: true,
  // Of the campaign's file, or of the champion, nothing counts but the campaign: after a promotion the same training is still known.
  cacheOptions: async ({ campaign, ...options }, layout) => ({
    ...options,
    campaign: (await findCampaign(layout, campaign)).campaign,
  }),
  toldByCacheOptions: ['campaign', championRole],
  findInputs: (context) =>
    context.options.family === 'blend' ? findBlendInputs(context) : findTrainingInputs(context),
  execute: async (context, inputs) => {
    const { family } = context.options;
    const { campaign } = await findCampaign(context.layout, context.options.campaign);
    return family === 'blend'
      ? trainBlend(context, inputs, campaign)
      : train(context, family, inputs, campaign);
  },
  afterRecord,
};

/** Feature table, its description, what the campaign comes from and, where there is one, the record of the last search of the same question. */
async function findTrainingInputs(context: StageContext<TrainOptions>): Promise<readonly Artifact[]> {
  const { campaign, input } = await findCampaign(context.layout, context.options.campaign);
  const featurized = [...(await findFeaturized(context)), ...input];
  const question = searchQuestion(context.options.family, await readDataset(context, featurized));
  const earlier = await findEarlierSearch(context, question, workOf(context, featurized, campaign));
  return earlier === null ? featurized : [...featurized, earlier];
}

/** What one training does besides the search that it meets. */
function workOf(
  { options: { campaign: _, ...options }, seed, version }: StageContext<TrainOptions>,
  inputs: readonly Artifact[],
  campaign: Campaign,
): string {
  const [features, dataset] = ['features', 'dataset'].map(
    (wanted) => inputs.find(({ role }) => role === wanted)!.sha256,
  );
  return sha256(canonicalJson({ options, campaign, seed, version, features, dataset }));
}

async function afterRecord(context: StageContext<TrainOptions>, result: StageResult): Promise<void> {
  const { inputs, run } = result;
  if (context.options.family === 'blend') return;
  await forgetUnfinishedSearch(context.layout, identityOf(context, inputs));
  if (result.status !== 'done') return;
  const met = inputs.find(({ role }) => role === 'earlier-search') ?? null;
  const model = outputOf(result, 'model');
  const { campaign } = parseModelDocument(await context.store.readText(model), model.path);
  await rememberMetSearch(context, workOf(context, inputs, campaign), met);
  const search = outputOf(result, 'search');
  const history = parseSearchHistory(await context.store.readText(search), search.path);
  if (!hasTrials(history)) return;
  await rememberSearch(context, {
    format: 'churn-search-record',
    formatVersion: 1,
    run,
    searchSha256: search.sha256,
    question: searchQuestion(history.family, await readDataset(context, inputs)),
    learnable: history.learnable,
    tried: history.trials[history.best]!.hyperparameters,
    settled: history.hyperparameters,
  });
}

async function train(
  context: StageContext<TrainOptions>,
  familyName: SingleFamilyName,
  inputs: readonly Artifact[],
  campaign: Campaign,
): Promise<StageOutcome> {
  const { options, seed, threads, logger, signal } = context;
  const featurized = await readFeaturized(context, inputs);
  const { dataset, table } = featurized;
  const family = modelFamilies[familyName];
  const earlier = await readSearchRecord(context, inputs);
  const source = chooseSettingsSource(options.search, earlier, learnableOf(dataset));
  logger.info('settings', { family: family.name, ...source });
  const log = await openUnfinishedSearch(context.layout, identityOf(context, inputs));
  if (log.size > 0) logger.info('search resumed', { family: family.name, endedTrials: log.size });
  const trained = await trainFamily(family, table, dataset.split, dataset.labelling.horizonDays, {
    seed,
    threads,
    signal,
    source,
    ...(earlier === null ? {} : { earlier }),
    trials: options.trials,
    elapsedMs: () => performance.now(),
    log,
    ...(options.searchSeconds === 0 ? {} : { timeIsUp: timer(options.searchSeconds) }),
    onTrial: (ended) => logger.info('trial', { family: family.name, ...ended }),
  });
  const { model, ...others } = trained;
  const left = await leaveTrainedModel(context, inputs, featurized, campaign, {
    ...others,
    parameters: model.toArtifact(),
  });
  return { ...left, warnings: searchWarnings(trained.history, options.searchSeconds) };
}

function identityOf(
  { options, seed, version }: StageContext<TrainOptions>,
  inputs: readonly Artifact[],
): SearchIdentity {
  return { family: options.family, inputs, seed, version };
}

function learnableOf({ splits: { train: fitted, validation } }: DatasetDescription): LearnableRows {
  return { rows: fitted.rows + validation.rows, churned: fitted.churned + validation.churned };
}

function timer(seconds: number): () => boolean {
  const startedAt = performance.now();
  return () => performance.now() - startedAt >= seconds * 1_000;
}
