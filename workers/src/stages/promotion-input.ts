import type { ArtifactStore } from '@churn/shared/artifacts/artifact-store';
import type { Candidate } from '@churn/shared/artifacts/candidate';
import {
  type EvaluationDocument,
  parseEvaluationDocument,
} from '@churn/shared/artifacts/evaluation-document';
import { findStageResult, outputOf } from '@churn/shared/artifacts/find-stage-result';
import { type ModelDocument, parseModelDocument } from '@churn/shared/artifacts/model-document';
import { featureListHash } from '@churn/shared/features/feature-list-hash';
import { badInput } from '@churn/shared/platform/churn-error';
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
}

/**
 * The evaluation of the run, its feature table and description, and the winner's model, in this order. Refused (exit 2)
 * where features or model were made again after the evaluation.
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
  return [evaluated, ...featurized, trained];
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
  };
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
