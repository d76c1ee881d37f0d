import type { ArtifactStore } from '@churn/shared/artifacts/artifact-store';
import type { Candidate } from '@churn/shared/artifacts/candidate';
import {
  type EvaluationDocument,
  parseEvaluationDocument,
} from '@churn/shared/artifacts/evaluation-document';
import { findStageResult, outputOf } from '@churn/shared/artifacts/find-stage-result';
import { type ModelDocument, parseModelDocument } from '@churn/shared/artifacts/model-document';
import { featureListHash } from '@churn/shared/features/feature-list-hash';
import { blendMembers } from '@churn/shared/models/blend-model';
import type { Hyperparameters } from '@churn/shared/models/model';
import { badInput } from '@churn/shared/platform/churn-error';
import { isSingleFamily, type SingleFamilyName } from '@churn/shared/schema/model-family-name';
import type { Artifact } from '@churn/shared/schema/stage-result';
import { findFeaturized } from '../inputs/featurized-input.ts';
import type { StageContext } from '../stage/stage.ts';

/** The winner of a run's evaluation, and the evaluation. */
export interface PromotionInput {
  readonly evaluation: EvaluationDocument;
  readonly evaluationSha256: string;
  readonly winner: Candidate;
  readonly document: ModelDocument;
  /** Bytes of the model document. */
  readonly modelText: string;
  /** Hyperparameters of the models that the winner is made of; none where it is a single family. */
  readonly memberSettings: ReadonlyMap<SingleFamilyName, Hyperparameters>;
}

/**
 * The evaluation of the run, its feature table and description, the winner's model, and those that it is made of, in this
 * order. Refused (exit 2) where features or models were made again after the evaluation.
 */
export async function findPromotionInputs(context: StageContext<unknown>): Promise<readonly Artifact[]> {
  const { layout, run, store } = context;
  const evaluated = outputOf(await findStageResult(layout, run, 'evaluate'), 'evaluation');
  const { evaluation, winner } = await readEvaluation(store, evaluated);
  const featurized = await findFeaturized(context);
  const trained = outputOf(await findStageResult(layout, run, 'train', winner.family), 'model');
  requireSame(
    'features',
    evaluation.featuresSha256,
    featurized.find(({ role }) => role === 'features')!.sha256,
  );
  requireSame(`the ${winner.family} model`, winner.modelSha256, trained.sha256);
  return [evaluated, ...featurized, trained, ...(await findMembers(context, trained))];
}

/** Models of a blend, as inputs `member-<family>`. A model that no loader takes has none: the gate says so later. */
async function findMembers(
  { layout, run, store }: StageContext<unknown>,
  trained: Artifact,
): Promise<readonly Artifact[]> {
  await store.verify(trained);
  const { family, parameters } = parseModelDocument(await store.readText(trained), trained.path);
  if (family !== 'blend') return [];
  return Promise.all(
    blendMembers(parameters).map(async (member) => {
      const model = outputOf(await findStageResult(layout, run, 'train', member.family), 'model');
      requireSame(`a blend with the ${member.family} model`, member.modelSha256, model.sha256);
      return { ...model, role: `member-${member.family}` };
    }),
  );
}

/** Verifies and reads all but the table. Refuses (exit 2) a model of another feature list than this code computes. */
export async function readPromotionInput(
  { store }: StageContext<unknown>,
  inputs: readonly Artifact[],
): Promise<PromotionInput> {
  const evaluated = inputs.find(({ role }) => role === 'evaluation')!;
  const trained = inputs.find(({ role }) => role === 'model')!;
  await store.verify(trained);
  const modelText = await store.readText(trained);
  const document = parseModelDocument(modelText, trained.path);
  if (document.featureListHash !== featureListHash) {
    throw badInput(
      'feature-list-differs',
      `expected a model fitted on feature list ${featureListHash}, that of the run was fitted on ` +
        `${document.featureListHash}: featurize, train and evaluate again`,
    );
  }
  return {
    ...(await readEvaluation(store, evaluated)),
    evaluationSha256: evaluated.sha256,
    document,
    modelText,
    memberSettings: await readMemberSettings(store, inputs),
  };
}

async function readMemberSettings(
  store: ArtifactStore,
  inputs: readonly Artifact[],
): Promise<PromotionInput['memberSettings']> {
  const settings = new Map<SingleFamilyName, Hyperparameters>();
  for (const artifact of inputs.filter(({ role }) => role.startsWith('member-'))) {
    await store.verify(artifact);
    const { family, hyperparameters } = parseModelDocument(await store.readText(artifact), artifact.path);
    if (isSingleFamily(family)) settings.set(family, hyperparameters);
  }
  return settings;
}

async function readEvaluation(
  store: ArtifactStore,
  artifact: Artifact,
): Promise<Pick<PromotionInput, 'evaluation' | 'winner'>> {
  await store.verify(artifact);
  const evaluation = parseEvaluationDocument(await store.readText(artifact), artifact.path);
  const { modelSha256 } = evaluation.winner;
  const winner = evaluation.candidates.find((candidate) => candidate.modelSha256 === modelSha256);
  if (winner === undefined) {
    throw badInput(
      'evaluation-invalid',
      `expected the winner ${modelSha256} among the candidates of ${artifact.path}, it is not there`,
    );
  }
  return { evaluation, winner };
}

function requireSame(what: string, evaluated: string, current: string): void {
  if (evaluated === current) return;
  throw badInput(
    'evaluation-outdated',
    `expected an evaluation of ${what} ${current}, it is of ${evaluated}: run churn evaluate again`,
  );
}
