import type {
  Candidate,
  ChampionComparison,
  EvaluationDocument,
} from '@churn/shared/artifacts/evaluation-document';
import {
  type FeatureTable,
  latestRows,
  learnableRows,
  testRows,
} from '@churn/shared/artifacts/feature-table';
import { checkLeakage } from '@churn/shared/evaluation/check-leakage';
import { chooseWinner, type HeldOutLosses } from '@churn/shared/evaluation/choose-winner';
import { compareWithChampion, incomparableChampion } from '@churn/shared/evaluation/compare-with-champion';
import { hashPredictions } from '@churn/shared/evaluation/hash-predictions';
import { measureBaselines } from '@churn/shared/evaluation/measure-baselines';
import { measureSlices } from '@churn/shared/evaluation/measure-slices';
import { rankImportance } from '@churn/shared/evaluation/rank-importance';
import { summarizeContributions } from '@churn/shared/evaluation/summarize-contributions';
import type { LabelledMatrix } from '@churn/shared/features/labelled-matrix';
import { selectRows } from '@churn/shared/features/select-rows';
import { confusionAt } from '@churn/shared/metrics/confusion';
import { shareWithinBudget } from '@churn/shared/metrics/contact-budget';
import { evaluationCurves } from '@churn/shared/metrics/evaluation-curves';
import { logLossOfRow } from '@churn/shared/metrics/log-loss';
import type { DecisionSettings } from '@churn/shared/metrics/measure-groups';
import { measurePredictions } from '@churn/shared/metrics/measure-predictions';
import type { BootstrapSettings } from '@churn/shared/metrics/resample-rows';
import { canonicalJson } from '@churn/shared/platform/canonical-json';
import { ChurnError } from '@churn/shared/platform/churn-error';
import { loadRegisteredModel } from '@churn/shared/registry/load-registered-model';
import { modelFamilyNames } from '@churn/shared/schema/model-family-name';
import type { Artifact } from '@churn/shared/schema/stage-result';
import type { Stage, StageContext, StageOutcome } from '../stage/stage.ts';
import { measureCosts } from './candidate-costs.ts';
import {
  type CandidateModel,
  findCandidates,
  loadCandidates,
  requireMembers,
  requireOneCampaign,
  requireSameRows,
  requireTrainedOn,
} from './candidate-models.ts';
import { championRole, findChampion } from './champion-input.ts';
import { findFeaturized, readFeaturized } from './featurized-input.ts';
import { leaderboard } from './leaderboard.ts';

export interface EvaluateOptions {
  /** Resamples behind each interval. */
  readonly bootstrapSamples: number;
}

type Measuring = BootstrapSettings & Omit<DecisionSettings, 'threshold'>;

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
  const predictions = new Map<string, Float64Array>();
  const candidates: Candidate[] = [];
  for (const candidate of models) {
    signal.throwIfAborted();
    const probabilities = candidate.model.predictProbability(test.matrix);
    predictions.set(candidate.artifact.sha256, probabilities);
    candidates.push(describe(candidate, test.labels, probabilities, measuring));
    context.logger.info('candidate measured', { family: candidate.document.family });
  }
  const { ranked, reason, blend } = chooseWinner(candidates, heldOutLosses(models, table));
  const winner = models.find(({ artifact }) => artifact.sha256 === ranked[0]!.modelSha256)!;
  const probabilities = predictions.get(winner.artifact.sha256)!;
  const importance = rankImportance(winner.model, test.matrix);
  const strongest = importance.map(({ feature }) => feature);
  const champion = await compareChampion(context, inputs, winner, probabilities, test, measuring);
  const document: EvaluationDocument = {
    format: 'churn-evaluation',
    formatVersion: 1,
    dataset,
    featuresSha256: features.sha256,
    seed,
    version,
    campaign,
    test: { rows: test.labels.length, churned: test.labels.reduce((sum, label) => sum + label, 0) },
    candidates: [...ranked],
    winner: {
      modelSha256: winner.artifact.sha256,
      reason,
      blend,
      importance: [...importance],
      contributions: summarizeContributions(winner.model, test, strongest, seed),
      slices: [...measureSlices(test.matrix, test.labels, probabilities)],
      predictionsSha256: hashPredictions(probabilities),
    },
    baselines: await measureBaselines(learnable, test, probabilities, { ...measuring, threads, signal }),
    leakage: await checkLeakage(table, dataset.split, { seed, threads, signal }),
    champion,
  };
  const evaluation = await store.addText(
    { folder: 'evaluations', role: 'evaluation', extension: 'json' },
    `${canonicalJson(document)}\n`,
  );
  const costs = await measureCosts(layout, run, models, test.matrix);
  return { outputs: [evaluation], metrics: metricsOf(document, costs), warnings: warningsOf(document) };
}

function heldOutLosses(
  models: readonly CandidateModel[],
  { labels, customerIds }: FeatureTable,
): HeldOutLosses {
  const rows = requireSameRows(models);
  return {
    customerIds: Array.from(rows, (row) => customerIds[row]!),
    byModel: new Map(
      models.map(({ artifact, outOfFold: { probabilities } }) => [
        artifact.sha256,
        Float64Array.from(rows, (row, index) => logLossOfRow(labels[row]!, probabilities[index]!)),
      ]),
    ),
  };
}

function describe(
  { artifact, document, search }: CandidateModel,
  labels: Uint8Array,
  probabilities: Float64Array,
  measuring: Measuring,
): Candidate {
  const { family, hyperparameters, calibration, threshold } = document;
  return {
    modelSha256: artifact.sha256,
    family,
    hyperparameters,
    calibration: calibration.method,
    threshold,
    bytes: artifact.bytes,
    selection: search.selection,
    measures: measurePredictions(labels, probabilities, { ...measuring, threshold }),
    confusion: confusionAt(labels, probabilities, threshold),
    curves: evaluationCurves(labels, probabilities, measuring.campaign),
  };
}

/** An unreadable champion is reported as such: it never makes the challenger win. */
async function compareChampion(
  { layout }: StageContext<EvaluateOptions>,
  inputs: readonly Artifact[],
  winner: CandidateModel,
  probabilities: Float64Array,
  test: LabelledMatrix,
  measuring: Measuring,
): Promise<ChampionComparison | null> {
  const input = inputs.find(({ role }) => role === championRole);
  if (input === undefined) return null;
  try {
    const champion = await loadRegisteredModel(layout, input.sha256);
    const challenger = { sha256: winner.artifact.sha256, document: winner.document, probabilities };
    return compareWithChampion(champion, challenger, test, measuring);
  } catch (error) {
    if (!(error instanceof ChurnError)) throw error;
    return incomparableChampion(input.sha256, `the champion cannot be read: ${error.message}`);
  }
}

function metricsOf(
  document: EvaluationDocument,
  costs: Awaited<ReturnType<typeof measureCosts>>,
): StageOutcome['metrics'] {
  const [winner] = document.candidates;
  const { champion } = document;
  return {
    winner: winner!.family,
    modelSha256: winner!.modelSha256,
    testRows: document.test.rows,
    testChurned: document.test.churned,
    rocAuc: winner!.measures.rocAuc.value,
    logLoss: winner!.measures.logLoss.value,
    reason: document.winner.reason,
    blend: document.winner.blend,
    leaderboard: leaderboard(document.candidates, costs),
    champion:
      champion === null
        ? null
        : {
            modelSha256: champion.modelSha256,
            incomparable: champion.incomparable,
            isWinner: champion.isWinner,
            rocAucDifference: champion.rocAucDifference,
          },
  };
}

function warningsOf({ leakage, champion }: EvaluationDocument): string[] {
  return [
    ...leakage.filter(({ passed }) => !passed).map(({ finding }) => finding),
    ...(champion?.incomparable == null ? [] : [`No comparison with the champion: ${champion.incomparable}.`]),
  ];
}
