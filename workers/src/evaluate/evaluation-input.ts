import type { Campaign } from '@churn/shared/schema/campaign';
import type { Artifact } from '@churn/shared/schema/stage-result';
import {
  type CandidateModel,
  loadCandidates,
  requireMembers,
  requireOneCampaign,
  requireTrainedOn,
} from '../inputs/candidate-models.ts';
import { type Featurized, readFeaturized } from '../inputs/featurized-input.ts';
import type { StageContext } from '../stage/stage.ts';

/** The candidates, the table that they were trained on, and the campaign that they were trained for. */
export interface EvaluationInput extends Featurized {
  readonly featuresSha256: string;
  readonly models: readonly CandidateModel[];
  readonly campaign: Campaign;
}

/** Verifies and reads all; refuses (exit 2) candidates that cannot be compared with each other. */
export async function readEvaluationInput(
  context: StageContext<unknown>,
  inputs: readonly Artifact[],
): Promise<EvaluationInput> {
  const featurized = await readFeaturized(context, inputs);
  const features = inputs.find(({ role }) => role === 'features')!;
  const models = await loadCandidates(context, inputs);
  requireTrainedOn(models, features, featurized.dataset.featureListHash);
  requireMembers(models);
  return {
    ...featurized,
    featuresSha256: features.sha256,
    models,
    campaign: requireOneCampaign(models),
  };
}
