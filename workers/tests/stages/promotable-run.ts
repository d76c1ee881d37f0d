import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { ArtifactStore } from '@churn/shared/artifacts/artifact-store';
import { parseDatasetDescription } from '@churn/shared/artifacts/dataset-description';
import { type FeatureTable, testRows } from '@churn/shared/artifacts/feature-table';
import { findStageResult, outputOf } from '@churn/shared/artifacts/find-stage-result';
import { type ModelDocument, parseModelDocument } from '@churn/shared/artifacts/model-document';
import { readFeatureTable } from '@churn/shared/artifacts/read-feature-table';
import { hashPredictions } from '@churn/shared/evaluation/hash-predictions';
import { selectRows } from '@churn/shared/features/select-rows';
import { gradientBoosting } from '@churn/shared/models/gradient-boosting';
import { loadModel } from '@churn/shared/models/load-model';
import { canonicalJson } from '@churn/shared/platform/canonical-json';
import { ChurnError } from '@churn/shared/platform/churn-error';
import { withDuckDb } from '@churn/shared/platform/duckdb-session';
import { campaignSchema } from '@churn/shared/schema/campaign';
import type { Artifact } from '@churn/shared/schema/stage-result';
import {
  around,
  comparison,
  type EvaluationChanges,
  exampleEvaluation,
} from '../../../shared/tests/artifacts/example-evaluation.ts';
import { leaveCleanedRun } from './cleaned-run.ts';
import { leaveResult } from './leave-result.ts';
import { runChurn } from './run-churn.ts';

/** 900 customers with a purchase every few weeks over 2023; every third one stops somewhere in the year. */
const customersSql = `SELECT printf('%04d', i) AS customer_id, CAST(20 + i % 50 AS INTEGER) AS age, 'female' AS gender,
  DATE '2022-12-01' AS signup_date, CASE WHEN i % 2 = 0 THEN 'north' ELSE 'south' END AS region,
  CAST(i % 3 = 0 AS TINYINT) AS churn FROM range(900) AS t(i)`;
const transactionsSql = `SELECT printf('%04d', i) AS customer_id, DATE '2023-01-01' + CAST((k * 21 + i * 7) % 365 AS INTEGER) AS transaction_date,
  CAST(1000 + i * k AS BIGINT) AS amount_minor, CASE WHEN k % 2 = 0 THEN 'voice' ELSE 'data' END AS service
  FROM range(900) AS t(i), range(17) AS s(k)
  WHERE NOT (i % 3 = 0 AND (k * 21 + i * 7) % 365 > 60 + i % 300) ORDER BY ALL`;

/** A data directory whose runs `r1`, `r2`, `r3` have each trained another model on the same rows. */
export interface TrainedRuns extends AsyncDisposable {
  /** Copies it to a directory of a test's own. */
  copy(): Promise<string>;
}

/** Features by the real stages, small models by the real family. */
export async function trainedRuns(): Promise<TrainedRuns> {
  const folder = await mkdtemp(join(tmpdir(), 'churn-trained-'));
  const base = join(folder, 'base');
  for (const [index, run] of ['r1', 'r2', 'r3'].entries()) {
    await leaveCleanedRun(base, run, customersSql, transactionsSql);
    const options = ['--label', 'inactivity', '--horizon', '60'];
    await runChurn('featurize', '--run', run, '--data-dir', base, ...options);
    const table = await featureTableOf(base, run);
    await leaveModel(base, run, await fitDocument(table, index, (await featuresOf(base, run)).sha256));
  }
  return {
    copy: async () => {
      const directory = await mkdtemp(join(folder, 'copy-'));
      await cp(base, directory, { recursive: true });
      return directory;
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}

/** A copy of the trained runs. */
export interface TrainedCopy {
  readonly directory: string;
  readonly layout: ArtifactLayout;
  /** Another copy, beside that of the test. */
  copy(): Promise<string>;
}

/** Hooks of a test file: they train once, and give each test a copy of its own, which `prepare` leaves as the test needs it. */
export function useTrainedRuns(
  prepare: (directory: string) => Promise<unknown> = async () => {},
): TrainedCopy {
  let trained: TrainedRuns;
  let directory: string;
  beforeAll(async () => {
    trained = await trainedRuns();
  });
  afterAll(() => trained[Symbol.asyncDispose]());
  beforeEach(async () => {
    directory = await trained.copy();
    await prepare(directory);
  });
  return {
    get directory() {
      return directory;
    },
    get layout() {
      return new ArtifactLayout(directory);
    },
    copy: () => trained.copy(),
  };
}

/** Leaves the model as the training of the run has. */
export async function leaveModel(
  dataDirectory: string,
  run: string,
  document: ModelDocument,
): Promise<Artifact> {
  const store = new ArtifactStore(new ArtifactLayout(dataDirectory));
  const text = `${canonicalJson(document)}\n`;
  const model = await store.addText({ folder: 'models', role: 'model', extension: 'json' }, text);
  await leaveResult(dataDirectory, run, 'train', [model], 'gradient-boosting');
  return model;
}

export async function modelOf(dataDirectory: string, run: string): Promise<Artifact> {
  const layout = new ArtifactLayout(dataDirectory);
  return outputOf(await findStageResult(layout, run, 'train', 'gradient-boosting'), 'model');
}

/** What an evaluation says instead of the example; model, features and the number of test rows are the real ones. */
export type Findings = Omit<
  EvaluationChanges,
  'modelSha256' | 'featuresSha256' | 'test' | 'predictionsSha256'
>;

/** Leaves an evaluation of the run's model and features. */
export async function leaveEvaluation(
  dataDirectory: string,
  run: string,
  findings: Findings = {},
): Promise<Artifact> {
  const store = new ArtifactStore(new ArtifactLayout(dataDirectory));
  const featurized = await findStageResult(new ArtifactLayout(dataDirectory), run, 'featurize');
  const dataset = parseDatasetDescription(await store.readText(outputOf(featurized, 'dataset')), 'here');
  const document = exampleEvaluation({
    ...findings,
    modelSha256: (await modelOf(dataDirectory, run)).sha256,
    featuresSha256: outputOf(featurized, 'features').sha256,
    test: dataset.splits.test,
    predictionsSha256: await predictionsOf(dataDirectory, run),
  });
  const evaluation = await store.addText(
    { folder: 'evaluations', role: 'evaluation', extension: 'json' },
    `${canonicalJson(document)}\n`,
  );
  await leaveResult(dataDirectory, run, 'evaluate', [evaluation]);
  return evaluation;
}

/** What the run's model says of the test rows; of one that no loader takes, nothing. */
async function predictionsOf(dataDirectory: string, run: string): Promise<string> {
  const store = new ArtifactStore(new ArtifactLayout(dataDirectory));
  const artifact = await modelOf(dataDirectory, run);
  const table = await featureTableOf(dataDirectory, run);
  try {
    const model = loadModel(parseModelDocument(await store.readText(artifact), artifact.path));
    return hashPredictions(model.predictProbability(selectRows(table, testRows(table)).matrix));
  } catch (error) {
    if (error instanceof ChurnError) return 'e'.repeat(64);
    throw error;
  }
}

async function featuresOf(dataDirectory: string, run: string): Promise<Artifact> {
  return outputOf(await findStageResult(new ArtifactLayout(dataDirectory), run, 'featurize'), 'features');
}

export async function featureTableOf(dataDirectory: string, run: string): Promise<FeatureTable> {
  const layout = new ArtifactLayout(dataDirectory);
  const path = layout.absolute((await featuresOf(dataDirectory, run)).path);
  return withDuckDb({ threads: 1, temporaryDirectory: layout.temporaryDirectory }, (connection) =>
    readFeatureTable(connection, path),
  );
}

/** Promotes the model of `r1`, then that of `r2`, whose evaluation finds it better; returns what the registry calls them. */
export async function promoteTwice(
  dataDirectory: string,
): Promise<{ readonly first: string; readonly second: string }> {
  const promote = async (run: string) => {
    const { result } = await runChurn('promote', '--run', run, '--data-dir', dataDirectory);
    return String(result.metrics.modelSha256);
  };
  await leaveEvaluation(dataDirectory, 'r1');
  const first = await promote('r1');
  const champion = comparison(around(0.03, 0.01), { modelSha256: first });
  await leaveEvaluation(dataDirectory, 'r2', { champion });
  return { first, second: await promote('r2') };
}

async function fitDocument(
  table: FeatureTable,
  seed: number,
  featuresSha256: string,
): Promise<ModelDocument> {
  const learnable = Int32Array.from(table.labels.keys()).filter((row) => table.splits[row] !== 'test');
  const rows = selectRows(table, learnable);
  const hyperparameters = {
    rounds: 10,
    eta: 0.2,
    maxDepth: 3,
    minChildWeight: 2,
    subsample: 0.8,
    columnsByTree: 0.5,
    lambda: 1,
  };
  const { model } = await gradientBoosting.fit(rows, hyperparameters, { seed, threads: 1 });
  const { dataset } = exampleEvaluation();
  return {
    format: 'churn-model',
    formatVersion: 1,
    family: 'gradient-boosting',
    featureListHash: dataset.featureListHash,
    featureNames: dataset.featureNames,
    hyperparameters,
    calibration: { method: 'none' },
    campaign: campaignSchema.parse({ customerValue: 200, offerCost: 10, offerSuccess: 0.2 }),
    threshold: 0.25,
    training: {
      labelling: dataset.labelling,
      asOf: dataset.asOf,
      featuresSha256,
      rows: rows.labels.length,
      churned: rows.labels.reduce((sum, label) => sum + label, 0),
      seed,
      version: 'test',
    },
    parameters: model.toArtifact(),
  };
}
