import type { EvaluationDocument } from '@churn/shared/artifacts/evaluation-document';
import { latestRows, learnableRows, testRows } from '@churn/shared/artifacts/feature-table';
import { checkLeakage } from '@churn/shared/evaluation/check-leakage';
import { chooseWinner } from '@churn/shared/evaluation/choose-winner';
import { hashPredictions } from '@churn/shared/evaluation/hash-predictions';
import { measureBaselines } from '@churn/shared/evaluation/measure-baselines';
import { measureSlices } from '@churn/shared/evaluation/measure-slices';
import { rankImportance } from '@churn/shared/evaluation/rank-importance';
import { summarizeContributions } from '@churn/shared/evaluation/summarize-contributions';
import type { LabelledMatrix } from '@churn/shared/features/labelled-matrix';
import { selectRows } from '@churn/shared/features/select-rows';
import { shareWithinBudget } from '@churn/shared/metrics/contact-budget';
import { atMost } from '@churn/shared/platform/at-most';
import { modelFamilyNames } from '@churn/shared/schema/model-family-name';
import type { Artifact } from '@churn/shared/schema/stage-result';
import { measureCosts } from '../evaluate/candidate-costs.ts';
import { evaluationMetrics, evaluationWarnings } from '../evaluate/describe-evaluation.ts';
import { heldOutLosses } from '../evaluate/held-out-losses.ts';
import { measureCandidate } from '../evaluate/measure-candidate.ts';
import {
  type CandidateModel,
  findCandidates,
  loadCandidates,
  requireMembers,
  requireOneCampaign,
  requireTrainedOn,
} from '../inputs/candidate-models.ts';
import { findChampion } from '../inputs/champion-input.ts';
import { findFeaturized, readFeaturized } from '../inputs/featurized-input.ts';
import type { Stage, StageContext, StageOutcome } from '../stage/stage.ts';
import { compareChampion } from './compare-champion.ts';

export interface EvaluateOptions {
  /** Resamples behind each interval. */
  readonly bootstrapSamples: number;
}

/** Opens the test rows once: measures every candidate, names the winner, compares it with the champion on the same rows. */
export const evaluateStage: Stage<EvaluateOptions> = {
  name: 'evaluate',
  cacheable: true,
  findInputs: async (context) => [
    ...(await findFeaturized(context)),
    ...(await findCandidates(context, modelFamilyNames)),
    ...(await findChampion(context.layout)),
  ],
  execute: evaluate,
};

async function evaluate(
  context: StageContext<EvaluateOptions>,
  inputs: readonly Artifact[],
): Promise<StageOutcome> {
  const { layout, run, options, seed, threads, signal, store, version } = context;
  const { dataset, table } = await readFeaturized(context, inputs);
  const features = inputs.find(({ role }) => role === 'features')!;
  const models = await loadCandidates(context, inputs);
  requireTrainedOn(models, features, dataset.featureListHash);
  requireMembers(models);
  const campaign = requireOneCampaign(models);
  const all: LabelledMatrix = { matrix: table.matrix, labels: table.labels };
  const rowsOfTest = testRows(table);
  const test = selectRows(all, rowsOfTest);
  const learnable = selectRows(all, learnableRows(table));
  const customerIds = Array.from(rowsOfTest, (row) => table.customerIds[row]!);
  // The budget is for all customers of a date, of whom the test may hold a part.
  const budgetShare = shareWithinBudget(campaign, latestRows(table).length);
  const measuring = { campaign, budgetShare, seed, samples: options.bootstrapSamples, customerIds };
  const predictions = new Map(
    models.map(({ artifact, model }) => [artifact.sha256, model.predictProbability(test.matrix)]),
  );
  const queue = atMost(threads);
  const measure = async (candidate: CandidateModel) => {
    const probabilities = predictions.get(candidate.artifact.sha256)!;
    const measured = await measureCandidate(candidate, test.labels, probabilities, measuring, signal);
    context.logger.info('candidate measured', { family: candidate.document.family });
    return measured;
  };
  const choosable = models.map((candidate) => ({
    candidate,
    modelSha256: candidate.artifact.sha256,
    family: candidate.document.family,
    selection: candidate.search.selection,
  }));
  // The test rows have no say, so that there is a winner to look at while threads measure the candidates on them.
  const { ranked, reason, blend } = chooseWinner(choosable, heldOutLosses(models, table));
  const { candidate: winner } = ranked[0]!;
  const probabilities = predictions.get(winner.artifact.sha256)!;
  const onThisThread = async () => {
    const leakage = await checkLeakage(table, dataset.split, { seed, threads, signal });
    const importance = rankImportance(winner.model, test.matrix);
    const strongest = importance.map(({ feature }) => feature);
    return {
      leakage,
      importance: [...importance],
      contributions: summarizeContributions(winner.model, test, strongest, seed),
      slices: [...measureSlices(test.matrix, test.labels, probabilities)],
      baselines: await measureBaselines(learnable, test, probabilities, { ...measuring, threads, signal }),
      champion: await compareChampion(context.layout, inputs, winner, probabilities, test, measuring),
    };
  };
  const [{ leakage, baselines, champion, ...ofWinner }, ...candidates] = await Promise.all([
    queue.run(onThisThread),
    ...ranked.map(({ candidate }) => queue.run(() => measure(candidate))),
  ]);
  const document: EvaluationDocument = {
    format: 'churn-evaluation',
    formatVersion: 1,
    dataset,
    featuresSha256: features.sha256,
    seed,
    version,
    campaign,
    test: { rows: test.labels.length, churned: test.labels.reduce((sum, label) => sum + label, 0) },
    candidates,
    winner: {
      modelSha256: winner.artifact.sha256,
      reason,
      blend,
      ...ofWinner,
      predictionsSha256: hashPredictions(probabilities),
    },
    baselines,
    leakage,
    champion,
  };
  const evaluation = await store.addDocument({ folder: 'evaluations', role: 'evaluation' }, document);
  const costs = await measureCosts(layout, run, models, test.matrix);
  return {
    outputs: [evaluation],
    metrics: evaluationMetrics(document, costs),
    warnings: evaluationWarnings(document),
  };
}
