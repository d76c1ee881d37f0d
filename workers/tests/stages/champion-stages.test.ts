import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { outputOf } from '@churn/shared/artifacts/find-stage-result';
import { readLatestPredictions } from '@churn/shared/artifacts/latest-predictions';
import { loadRegisteredModel } from '@churn/shared/registry/load-registered-model';
import { customersHeader, delivery, transactionsHeader } from './delivery.ts';
import { featureTableOf, promoteTwice, type TrainedRuns, trainedRuns } from './promotable-run.ts';
import { runChurn } from './run-churn.ts';

/** The latest as-of date of the training rows. */
const asOf = ['--as-of', '2023-11-02'];

let trained: TrainedRuns;
let directory: string;
let layout: ArtifactLayout;
let champion: string;

beforeAll(async () => {
  trained = await trainedRuns();
  directory = await trained.copy();
  layout = new ArtifactLayout(directory);
  champion = (await promoteTwice(directory)).second;
});

afterAll(() => trained[Symbol.asyncDispose]());

const churn = (stage: string, ...options: string[]) =>
  runChurn(stage, '--run', 'r1', '--data-dir', directory, ...options);

test.each(['score', 'drift-check'])('%s has nothing to do where no model is promoted', async (stage) => {
  const without = await trained.copy();
  const { exitCode, result } = await runChurn(stage, '--run', 'r1', '--data-dir', without);
  expect([exitCode, result.status, result.error!.code]).toEqual([99, 'skipped', 'no-champion']);
});

test('score gives every eligible customer the probability of the champion', async () => {
  const out = join(directory, 'scores.csv');
  const { exitCode, result } = await churn('score', ...asOf, '--out', out);
  expect(exitCode).toBe(0);
  const table = await featureTableOf(directory, 'r1');
  const day = Math.max(...table.asOfDays);
  const rows = [...table.customerIds.keys()].filter((row) => table.asOfDays[row] === day);
  const { model, document } = await loadRegisteredModel(layout, champion);
  const expected = model.predictProbability(table.matrix);
  const lines = (await readFile(out, 'utf8')).trimEnd().split('\n').slice(1);
  const scored = lines.map((line) => line.split(',').slice(0, 3));
  expect(scored).toEqual(
    rows.map((row) => [
      table.customerIds[row],
      String(expected[row]),
      expected[row]! >= document.threshold ? 'churn' : 'stay',
    ]),
  );
  // By halving, in the order of bytes, the API finds a customer in this file.
  const ids = scored.map(([id]) => Buffer.from(id!));
  expect(ids).toEqual(ids.toSorted(Buffer.compare));
  expect(result.metrics).toMatchObject({ model: champion, rows: rows.length, lookbackDays: 180 });
  expect(await readFile(layout.absolute(outputOf(result, 'predictions').path), 'utf8')).toBe(
    await readFile(out, 'utf8'),
  );
});

test('score leaves out whom the churn column calls gone, where it is told to, and says how many that are', async () => {
  const scored = async (...options: string[]) => {
    const out = join(directory, 'scores.csv');
    // A look-back that some of the flagged customers have been silent for.
    const { result } = await churn('score', ...asOf, '--lookback', '30', '--out', out, ...options);
    const lines = (await readFile(out, 'utf8')).trimEnd().split('\n').slice(1);
    return { ids: lines.map((line) => line.split(',')[0]!), result };
  };
  const { ids: all, result: ofAll } = await scored();
  expect([ofAll.metrics.leftOut, ofAll.warnings]).toEqual([0, []]);
  // Every third customer of the run is flagged.
  const there = all.filter((id) => Number(id) % 3 !== 0);
  const leftOut = all.length - there.length;
  expect(leftOut).toBeGreaterThan(0);
  expect(leftOut).toBeLessThan(300);
  const { ids, result } = await scored('--leave-out-churned');
  expect(ids).toEqual(there);
  expect(result.metrics.leftOut).toBe(leftOut);
  expect(result.warnings).toEqual([
    expect.stringContaining(
      `before the end of the data (2023-12-31), and the column churn has no date: of the ${leftOut}`,
    ),
  ]);
});

test('at the end of the data nobody has left later, so leaving out needs no warning', async () => {
  const { result } = await churn('score', '--leave-out-churned', '--lookback', 'all');
  expect([result.metrics.leftOut, result.warnings]).toEqual([300, []]);
});

test.each([
  ['nobody-has-a-flag', '', [], 3],
  [
    'everybody-has-left',
    'yes',
    ['Each of the 3 eligible customers was left out as one who has left: the predictions have no rows.'],
    0,
  ],
])('score says so where %s', async (who, flag, warnings, rows) => {
  await using given = await delivery();
  const ids = [1, 2, 3];
  await given.deliver(
    [customersHeader, ...ids.map((id) => `${id},40,F,2022-01-01,Norte,${flag}`)].join('\n'),
    [transactionsHeader, ...ids.map((id) => `${id},2023-06-0${id},10.00,mobile`)].join('\n'),
  );
  const run = ['--run', who, '--data-dir', directory];
  const files = [
    '--customers',
    given.path('customers.csv'),
    '--transactions',
    given.path('transactions.csv'),
  ];
  await runChurn('ingest', ...run, ...files);
  await runChurn('clean', ...run);
  const { result } = await runChurn('score', ...run, '--leave-out-churned');
  expect([result.warnings, result.metrics.rows]).toEqual([warnings, rows]);
});

test('score says which predictions are the last ones, also where it scores an earlier day again', async () => {
  for (const day of ['2023-11-02', '2023-09-01']) {
    const { result } = await churn('score', '--as-of', day);
    expect(await readLatestPredictions(layout)).toMatchObject({
      run: 'r1',
      asOf: day,
      modelSha256: champion,
      family: 'gradient-boosting',
      predictions: outputOf(result, 'predictions'),
    });
  }
});

test('the customers a model was trained on have not drifted', async () => {
  const { result } = await churn('drift-check', ...asOf);
  expect(result.metrics).toMatchObject({ verdict: 'ok', model: champion, reasons: [] });
});

test('a damaged champion scores nobody', async () => {
  const path = join(layout.registeredModel(champion), 'reference.json');
  const text = await readFile(path, 'utf8');
  await rm(path);
  const { exitCode, result } = await churn('score', ...asOf);
  await writeFile(path, text);
  expect([exitCode, result.error!.code]).toEqual([2, 'model-damaged']);
});
