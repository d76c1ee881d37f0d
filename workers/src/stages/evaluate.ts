import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EvaluationDocument } from '@churn/shared/artifacts/evaluation-document';
import { learnableRows } from '@churn/shared/artifacts/feature-table';
import { checkLeakage } from '@churn/shared/evaluation/check-leakage';
import { measureBaselines } from '@churn/shared/evaluation/measure-baselines';
import { selectRows } from '@churn/shared/features/select-rows';
import { atMost } from '@churn/shared/platform/at-most';
import { modelFamilyNames } from '@churn/shared/schema/model-family-name';
import type { Artifact } from '@churn/shared/schema/stage-result';
import { measureCosts } from '../evaluate/candidate-costs.ts';
import { compareChampion } from '../evaluate/compare-champion.ts';
import { evaluationMetrics, evaluationWarnings } from '../evaluate/describe-evaluation.ts';
import { type EvaluationInput, readEvaluationInput } from '../evaluate/evaluation-input.ts';
import { measureCandidate, type PredictedCandidate } from '../evaluate/measure-candidate.ts';
import { type OpenedTest, openTest } from '../evaluate/open-test.ts';
import { portrayWinner } from '../evaluate/portray-winner.ts';
import { rankCandidates } from '../evaluate/rank-candidates.ts';
import { findCandidates } from '../inputs/candidate-models.ts';
import { findChampion, whyUnreadable } from '../inputs/champion-input.ts';
import { findFeaturized } from '../inputs/featurized-input.ts';
import type { Stage, StageContext, StageOutcome } from '../stage/stage.ts';

export interface EvaluateOptions {
  /** Resamples behind each interval. */
  readonly bootstrapSamples: number;
}

/** Opens the test rows once: measures every candidate, names the winner, compares it with the champion on the same rows. */
export const evaluateStage: Stage<EvaluateOptions> = {
  name: 'evaluate',
  cacheable: true,
  // A champion may become unreadable, and be repaired, under one name.
  cacheOptions: async (options, layout) => ({ ...options, championFailure: await whyUnreadable(layout) }),
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
  const { layout, run, options, seed, threads, signal, store, logger, version } = context;
  const input = await readEvaluationInput(context, inputs);
  const { dataset, featuresSha256, table, models, campaign } = input;
  const opened = openTest(table, campaign, { seed, samples: options.bootstrapSamples });
  const { matrix, labels } = opened.test;
  const predicted = models.map((candidate) => ({
    ...candidate,
    probabilities: candidate.model.predictProbability(matrix),
  }));
  // The test rows have no say, so that there is a winner to look at while threads measure the candidates on them.
  const { ranked, reason, blend } = rankCandidates(predicted, table);
  const winner = ranked[0]!;
  const measure = async (candidate: PredictedCandidate) => {
    const measured = await measureCandidate(candidate, labels, opened.measuring, signal);
    logger.info('candidate measured', { family: measured.family });
    return measured;
  };
  const queue = atMost(threads);
  const [{ portrait, ...examined }, ...candidates] = await Promise.all([
    queue.run(() => examine(context, inputs, input, opened, winner)),
    ...ranked.map((candidate) => queue.run(() => measure(candidate))),
  ]);
  const document: EvaluationDocument = {
    format: 'churn-evaluation',
    formatVersion: 1,
    dataset,
    featuresSha256,
    seed,
    version,
    campaign,
    test: { rows: labels.length, churned: labels.reduce((sum, label) => sum + label, 0) },
    candidates,
    winner: { modelSha256: winner.artifact.sha256, reason, blend, ...portrait },
    ...examined,
  };
  const evaluation = await store.addDocument({ folder: 'evaluations', role: 'evaluation' }, document);
  const costs = await measureCosts(layout, run, models, matrix);
  return {
    outputs: [evaluation],
    metrics: evaluationMetrics(document, costs),
    warnings: evaluationWarnings(document),
  };
}

/** Whether the data give the answer away, what the winner goes by, and how it does beside baselines and the champion. */
async function examine(
  { layout, seed, threads, signal }: StageContext<EvaluateOptions>,
  inputs: readonly Artifact[],
  { dataset, table }: EvaluationInput,
  { test, measuring }: OpenedTest,
  winner: PredictedCandidate,
) {
  const fitting = { seed, threads, signal };
  const learnable = selectRows(table, learnableRows(table));
  const { probabilities } = winner;
  const leakage = await checkLeakage(table, dataset.split, fitting);
  const portrait = portrayWinner(winner, test, seed);
  // Answers of threads have their turn between long work: a thread that has measured one candidate gets the next.
  await nextTurn();
  return {
    leakage,
    portrait,
    baselines: await measureBaselines(learnable, test, probabilities, { ...measuring, ...fitting }),
    champion: await compareChampion(layout, inputs, dataset, winner, probabilities, test, measuring),
  };
}
