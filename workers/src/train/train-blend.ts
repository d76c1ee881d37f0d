import type { SearchHistory } from '@churn/shared/artifacts/search-history';
import { pickRows } from '@churn/shared/features/pick-rows';
import { logLoss } from '@churn/shared/metrics/log-loss';
import { rocAuc } from '@churn/shared/metrics/roc-auc';
import { createBlendModel } from '@churn/shared/models/blend-model';
import { badInput } from '@churn/shared/platform/churn-error';
import type { Campaign } from '@churn/shared/schema/campaign';
import { isSingleFamily, singleFamilyNames } from '@churn/shared/schema/model-family-name';
import type { Artifact } from '@churn/shared/schema/stage-result';
import { blendFamilies } from '@churn/shared/training/blend-families';
import { campaignDifferences } from '../inputs/campaign-differences.ts';
import {
  type CandidateModel,
  findCandidates,
  loadCandidates,
  requireOneCampaign,
  requireSameRows,
  requireTrainedOn,
} from '../inputs/candidate-models.ts';
import { findFeaturized, readFeaturizedRows } from '../inputs/featurized-input.ts';
import type { StageContext, StageOutcome } from '../stage/stage.ts';
import { type CampaignOptions, findCampaign } from './campaign-input.ts';
import { leaveTrainedModel } from './leave-trained-model.ts';

interface BlendOptions {
  readonly campaign: CampaignOptions;
}

const fewestMembers = 2;

/** The feature table, and the models of single families that the run has trained; refused (exit 2) where they are fewer than two. */
export async function findBlendInputs(context: StageContext<BlendOptions>): Promise<readonly Artifact[]> {
  const { input: campaign } = await findCampaign(context.layout, context.options.campaign);
  const featurized = [...(await findFeaturized(context)), ...campaign];
  const members = await findCandidates(context, singleFamilyNames);
  const models = members.filter(({ role }) => role.startsWith('model-'));
  if (models.length < fewestMembers) {
    throw badInput(
      'too-few-members',
      `expected run "${context.run}" to have trained at least ${fewestMembers} families to blend, found ` +
        `${models.map(({ role }) => role.slice('model-'.length)).join(', ')} only: run churn train --family for others first`,
    );
  }
  return [...featurized, ...members];
}

/** Learns what each family counts in a common prediction, from what they predicted out of fold, and makes one model of them. */
export async function trainBlend(
  context: StageContext<BlendOptions>,
  inputs: readonly Artifact[],
  campaign: Campaign,
): Promise<StageOutcome> {
  const featurized = await readFeaturizedRows(context, inputs);
  const { dataset, table } = featurized;
  const members = await loadCandidates(context, inputs);
  const features = inputs.find(({ role }) => role === 'features')!;
  requireTrainedOn(members, features, dataset.featureListHash);
  requireSameTraining(members, context.seed, campaign);
  const rows = requireSameRows(members);
  const labels = pickRows(table.labels, rows);
  const customerIds = Array.from(rows, (row) => table.customerIds[row]!);
  const startedAt = performance.now();
  const blended = blendFamilies(
    members.map(({ outOfFold }) => Float64Array.from(outOfFold.probabilities)),
    labels,
    customerIds,
  );
  const fitMs = performance.now() - startedAt;
  const weighted = members.flatMap(({ document, artifact }, index) => {
    const weight = blended.weights[index]!;
    const { family, calibration, parameters } = document;
    return weight === 0 || !isSingleFamily(family)
      ? []
      : [{ family, modelSha256: artifact.sha256, weight, calibration, parameters }];
  });
  const weights = Object.fromEntries(weighted.map(({ family, weight }) => [family, weight]));
  const [{ search }] = members as [CandidateModel];
  const history: SearchHistory = {
    format: 'churn-search',
    formatVersion: 2,
    family: 'blend',
    folds: search.folds,
    learnable: search.learnable,
    rungs: [],
    trials: [],
    settings: { source: 'searched', because: 'asked', earlier: null },
    best: null,
    endedBy: null,
    hyperparameters: weights,
    selection: {
      rows: rows.length,
      logLoss: logLoss(labels, blended.heldOut),
      rocAuc: rocAuc(labels, blended.heldOut) ?? 0.5,
    },
    learningCurve: [],
  };
  const left = await leaveTrainedModel(context, inputs, featurized, campaign, {
    history,
    // The members are calibrated, each in its own way.
    calibration: { method: 'none' },
    parameters: createBlendModel(weighted).toArtifact(),
    outOfFold: { rows, probabilities: blended.heldOut },
    fitMs,
  });
  return { ...left, warnings: warningsOf(weights) };
}

/** A blend says one thing about its training, so its members must agree in it; refused (exit 2) otherwise. */
function requireSameTraining(members: readonly CandidateModel[], seed: number, campaign: Campaign): void {
  const differences = campaignDifferences(requireOneCampaign(members), campaign);
  if (differences !== null) {
    throw badInput(
      'campaigns-differ',
      `expected the campaign that the members were trained for, theirs and that of this training differ: ${differences}`,
    );
  }
  const other = members.find(({ document }) => document.training.seed !== seed);
  if (other !== undefined) {
    throw badInput(
      'seeds-differ',
      `expected all members to be trained with seed ${seed}, ${other.document.family} was trained with ${other.document.training.seed}`,
    );
  }
}

function warningsOf(weights: Readonly<Record<string, number>>): string[] {
  const [first, ...others] = Object.keys(weights);
  return others.length > 0
    ? []
    : [`The blend is ${first} alone: mixed with others it predicts no better out of fold.`];
}
