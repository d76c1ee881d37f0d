import { readFile, writeFile } from 'node:fs/promises';
import { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { ArtifactStore } from '@churn/shared/artifacts/artifact-store';
import {
  type EvaluationDocument,
  parseEvaluationDocument,
} from '@churn/shared/artifacts/evaluation-document';
import { parseModelDocument } from '@churn/shared/artifacts/model-document';
import type { OutOfFoldDocument } from '@churn/shared/artifacts/out-of-fold';
import { readFeatureTable } from '@churn/shared/artifacts/read-feature-table';
import { parseSearchHistory } from '@churn/shared/artifacts/search-history';
import { logLoss } from '@churn/shared/metrics/log-loss';
import { withDuckDb } from '@churn/shared/platform/duckdb-session';
import type { StageResult } from '@churn/shared/schema/stage-result';
import { runChurn } from './run-churn.ts';
import { delivered, familiesOfRun, searchOf, type TrainedRun, trainedRun } from './trained-run.ts';

let run: TrainedRun;

beforeAll(async () => {
  run = await trainedRun();
});

afterAll(() => run[Symbol.asyncDispose]());

function textOf(result: StageResult, role: string): Promise<string> {
  const output = result.outputs.find((artifact) => artifact.role === role)!;
  return new ArtifactStore(new ArtifactLayout(run.dataDirectory)).readText(output);
}

async function evaluation(): Promise<EvaluationDocument> {
  return parseEvaluationDocument(await textOf(await run.stage('evaluate'), 'evaluation'), 'the test');
}

test('the same work again is cached in every stage up to evaluate', async () => {
  await run.stage('evaluate');
  const again = [
    await run.stage('ingest', ...delivered(run.exports)),
    await run.stage('clean'),
    await run.stage('featurize'),
    ...(await Promise.all(familiesOfRun.map((family) => run.stage('train', ...searchOf(family))))),
    await run.stage('evaluate'),
  ];
  expect(again.map(({ stage, status }) => `${stage}: ${status}`)).toEqual([
    'ingest: cached',
    'clean: cached',
    'featurize: cached',
    'train: cached',
    'train: cached',
    'evaluate: cached',
  ]);
});

test('a model says what it was trained on and answers from the probability on at which an offer pays', async () => {
  const trained = await run.stage('train', ...searchOf('gradient-boosting'));
  const document = parseModelDocument(await textOf(trained, 'model'), 'the test');
  const { train, validation } = (await evaluation()).dataset.splits;
  expect(document.training.rows).toBe(train.rows + validation.rows);
  expect(document.threshold).toBe(10 / (0.2 * 200));
});

test('the search keeps every configuration it tried', async () => {
  const trained = await run.stage('train', ...searchOf('gradient-boosting'));
  const search = parseSearchHistory(await textOf(trained, 'search'), 'the test');
  expect(search.trials).toHaveLength(2);
  expect(search.trials[search.best!]!.scores).toHaveLength(search.rungs.length);
});

test.each(familiesOfRun)(
  'the out-of-fold predictions of %s are of no test row, and are what the score is of',
  async (family) => {
    const trained = await run.stage('train', ...searchOf(family));
    const features = trained.inputs.find(({ role }) => role === 'features')!;
    const table = await withDuckDb({ threads: 1, temporaryDirectory: run.dataDirectory }, (connection) =>
      readFeatureTable(connection, new ArtifactLayout(run.dataDirectory).absolute(features.path)),
    );
    const { rows, probabilities } = JSON.parse(await textOf(trained, 'out-of-fold')) as OutOfFoldDocument;
    const { selection } = parseSearchHistory(await textOf(trained, 'search'), 'the test');
    expect(rows.filter((row) => table.splits[row] === 'test')).toEqual([]);
    expect(new Set(rows).size).toBe(selection.rows);
    const labels = Uint8Array.from(rows, (row) => table.labels[row]!);
    expect(logLoss(labels, Float64Array.from(probabilities))).toBeCloseTo(selection.logLoss, 12);
  },
);

test('the evaluation measures every family, and the lowest log loss out of fold is the winner', async () => {
  const { candidates, winner, test: testRows, dataset } = await evaluation();
  expect(candidates.map(({ family }) => family).sort()).toEqual([...familiesOfRun].sort());
  const losses = candidates.map(({ selection }) => selection.logLoss);
  expect(losses).toEqual([...losses].sort((a, b) => a - b));
  expect(winner.modelSha256).toBe(candidates[0]!.modelSha256);
  expect(testRows).toEqual(dataset.splits.test);
  for (const { measures, confusion } of candidates) {
    const { truePositives, falsePositives, trueNegatives, falseNegatives } = confusion;
    expect(truePositives + falsePositives + trueNegatives + falseNegatives).toBe(testRows.rows);
    expect(measures.rocAuc.lower!).toBeLessThan(measures.rocAuc.value!);
    expect(measures.rocAuc.value!).toBeLessThan(measures.rocAuc.upper!);
  }
});

test('the model knows more than recency alone does', async () => {
  const { candidates, baselines } = await evaluation();
  const recency = baselines.find(({ name }) => name === 'recency only')!;
  expect(candidates[0]!.measures.rocAuc.value!).toBeGreaterThan(recency.rocAuc!);
  expect(candidates[0]!.measures.logLoss.value!).toBeLessThan(recency.logLoss!);
});

test('the leaderboard tells what every family costs: time to fit, time to score one customer, bytes', async () => {
  const { metrics } = await run.stage('evaluate');
  const rows = metrics.leaderboard as Record<string, number>[];
  expect(rows).toHaveLength(familiesOfRun.length);
  for (const { fitSeconds, medianMicroseconds, p99Microseconds, bytes } of rows) {
    expect(fitSeconds).toBeGreaterThan(0);
    expect(medianMicroseconds).toBeGreaterThan(0);
    expect(p99Microseconds).toBeGreaterThanOrEqual(medianMicroseconds!);
    expect(bytes).toBeGreaterThan(1_000);
  }
});

test('times stand in the record only: evaluated again by force, the evaluation has the same bytes', async () => {
  const outputs = async (...options: string[]) => (await run.stage('evaluate', ...options)).outputs;
  expect(await outputs('--force')).toEqual(await outputs());
});

test('the checks for leakage pass on sound data and tell their numbers', async () => {
  const { leakage } = await evaluation();
  expect(leakage.map(({ check, passed }) => [check, passed])).toEqual([
    ['single feature', true],
    ['shuffled labels', true],
    ['train and test', true],
  ]);
  for (const { facts } of leakage) expect(facts.rocAuc).toEqual(expect.any(Number));
});

test('families trained for different campaigns are not compared', async () => {
  const dataDirectory = await run.copy();
  const ofCopy = (...argv: string[]) => runChurn(...argv, '--run', 'r1', '--data-dir', dataDirectory);
  await ofCopy('train', ...searchOf('gradient-boosting'), '--offer-cost', '20');
  const { exitCode, result } = await ofCopy('evaluate');
  expect(exitCode).toBe(2);
  expect(result.error!.message).toContain('expected all families to be trained for one campaign, those of ');
  expect(result.error!.message).toContain(' differ: offerCost 10 and 20; run churn train again');
});

test('a model trained on features that were made again since is refused, because its training rows may be test rows now', async () => {
  const dataDirectory = await run.copy();
  const ofCopy = (...argv: string[]) => runChurn(...argv, '--run', 'r1', '--data-dir', dataDirectory);
  await ofCopy('featurize', '--label', 'inactivity', '--split', 'hash');
  await ofCopy('train', ...searchOf('gradient-boosting'));
  const { exitCode, result } = await ofCopy('evaluate');
  expect([exitCode, result.error?.code]).toEqual([2, 'candidate-outdated']);
  expect(result.error!.message).toMatch(
    /^expected logistic-regression to be trained on the features .* run churn train --family logistic-regression again$/,
  );
});

test('a candidate whose bytes changed is refused', async () => {
  const dataDirectory = await run.copy();
  const trained = await runChurn(
    'train',
    '--run',
    'r1',
    '--data-dir',
    dataDirectory,
    ...searchOf('gradient-boosting'),
  );
  const model = trained.result.outputs.find(({ role }) => role === 'model')!;
  const path = new ArtifactLayout(dataDirectory).absolute(model.path);
  await writeFile(path, (await readFile(path, 'utf8')).replace('"threshold":0.25', '"threshold":0.35'));
  const { exitCode, result } = await runChurn(
    'evaluate',
    '--force',
    ...['--run', 'r1', '--data-dir', dataDirectory],
  );
  expect([exitCode, result.error?.code]).toEqual([2, 'artifact-damaged']);
});

test.each([
  [
    'train without featurize',
    ['train', '--family', 'decision-tree'],
    'expected run "r9" to have finished featurize',
  ],
  ['evaluate without train', ['evaluate'], 'expected run "r9" to have trained a model family'],
])('%s ends with exit 2 and says what is missing', async (_what, argv, message) => {
  const dataDirectory = await run.copy();
  const common = ['--run', 'r9', '--data-dir', dataDirectory];
  await runChurn('ingest', ...common, ...delivered(run.exports));
  if (argv[0] === 'evaluate') {
    await runChurn('clean', ...common);
    await runChurn('featurize', ...common);
  }
  const { exitCode, result } = await runChurn(...argv, ...common);
  expect(exitCode).toBe(2);
  expect(result.error!.message).toContain(message);
});
