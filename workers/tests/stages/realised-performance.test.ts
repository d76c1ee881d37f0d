import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { findStageResult, outputOf } from '@churn/shared/artifacts/find-stage-result';
import { sqlText } from '@churn/shared/platform/duckdb-session';
import { readChampionPointer } from '@churn/shared/registry/champion-pointer';
import { loadRegisteredModel } from '@churn/shared/registry/load-registered-model';
import type { StageResult } from '@churn/shared/schema/stage-result';
import { leaveCleanedRun } from './cleaned-run.ts';
import { featureTableOf } from './promotable-run.ts';
import { runChurn } from './run-churn.ts';
import { delivered, searchOf } from './trained-run.ts';

/** The champion learns from deliveries until 2025-09-30; inactivity of 30 days, so its newest as-of date is 2025-09-01. */
const learned = '2025-10-01';
const labelling = ['--label', 'inactivity', '--horizon', '30', '--lookback', '90'];

let folder: string;
let directory: string;
let layout: ArtifactLayout;

const stage = async (run: string, name: string, ...options: string[]): Promise<StageResult> => {
  const { exitCode, result } = await runChurn(name, '--run', run, '--data-dir', directory, ...options);
  if (exitCode !== 0) throw new Error(`${name} ended with exit ${exitCode}: ${result.error?.message}`);
  return result;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'churn-realised-'));
  directory = join(folder, 'data');
  layout = new ArtifactLayout(directory);
  const exports = join(folder, 'exports');
  await runChurn('generate', '--customers', '2500', '--out', exports, '--data-dir', directory);
  await stage('whole', 'ingest', ...delivered(exports));
  await stage('whole', 'clean');
  await leaveDelivery('early', `transaction_date < DATE '${learned}'`);
  await stage('early', 'featurize', ...labelling);
  await stage('early', 'train', ...searchOf('logistic-regression'));
  await stage('early', 'evaluate');
  await stage('early', 'promote');
});

afterAll(() => rm(folder, { recursive: true }));

/** Leaves a cleaned run with some of the transactions of all; customers as they are, or as told. */
async function leaveDelivery(run: string, which: string, customers = '*'): Promise<void> {
  const cleaned = await findStageResult(layout, 'whole', 'clean');
  const read = (role: string, columns = '*') =>
    `SELECT ${columns} FROM read_parquet(${sqlText(layout.absolute(outputOf(cleaned, role).path))})`;
  await leaveCleanedRun(
    directory,
    run,
    read('customers', customers),
    `${read('transactions')} WHERE ${which} ORDER BY customer_id, transaction_date`,
  );
}

async function champion() {
  const pointer = await readChampionPointer(layout);
  return loadRegisteredModel(layout, pointer!.modelSha256);
}

async function reportOf(result: StageResult) {
  return JSON.parse(await readFile(layout.absolute(outputOf(result, 'drift-report').path), 'utf8'));
}

/** What the champion says of the customers at a day, and what came of them, by the way of a training. */
async function byTheWayOfATraining(run: string, asOf: string) {
  const one = ['--as-of', asOf, '--snapshots', '1', '--split', 'hash'];
  await stage(run, 'featurize', ...labelling, ...one);
  const { matrix, labels } = await featureTableOf(directory, run);
  const probabilities = (await champion()).model.predictProbability(matrix);
  const pick = (label: number) => probabilities.filter((_, row) => labels[row] === label);
  return { rows: labels.length, left: pick(1), stayed: pick(0) };
}

const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

test('a later delivery tells what came of the predictions, as worked out by hand', async () => {
  const result = await stage('whole', 'drift-check');
  const { rows, left, stayed } = await byTheWayOfATraining('whole', '2025-12-02');
  const pairs = left.reduce(
    (won, p) => won + stayed.reduce((sum, q) => sum + (p > q ? 1 : p === q ? 0.5 : 0), 0),
    0,
  );
  const losses = Float64Array.of(...left.map((p) => -Math.log(p)), ...stayed.map((p) => -Math.log(1 - p)));
  const { measures } = (await champion()).metrics;
  const close = (value: number) => expect.closeTo(value, 10);
  expect(left.length).toBeGreaterThan(100);
  expect(result.metrics.realised).toEqual({
    asOf: '2025-12-02',
    rows,
    churned: left.length,
    churnShare: close(left.length / rows),
    meanProbability: close(mean(Float64Array.of(...left, ...stayed))),
    rocAuc: close(pairs / (left.length * stayed.length)),
    promisedRocAuc: measures.rocAuc.value,
    logLoss: close(mean(losses)),
    promisedLogLoss: measures.logLoss.value,
    calibrationError: expect.any(Number),
  });
  expect(result.metrics).toMatchObject({ verdict: 'ok', reasons: [], whyNotRealised: null });
  const { realised } = await reportOf(result);
  expect(realised.judgement).toEqual({ verdict: 'ok', reasons: [] });
  expect(realised.promised).toMatchObject({ rocAuc: measures.rocAuc, logLoss: measures.logLoss });
  expect(realised.measures.rocAuc.lower).toBeLessThan(realised.measures.rocAuc.upper);
  expect(realised.bins).toHaveLength(10);
});

test('what came after as-of changes nothing', async () => {
  await leaveDelivery('until-december', `transaction_date < DATE '2025-12-01'`);
  const at = ['--as-of', '2025-12-01'];
  const [later, then] = [
    await stage('whole', 'drift-check', ...at),
    await stage('until-december', 'drift-check'),
  ];
  expect(later.metrics.realised).toMatchObject({ asOf: '2025-11-01' });
  expect(later.metrics.realised).toEqual(then.metrics.realised);
});

test('where twice as many leave as were predicted, people are told, with the figures', async () => {
  // Every second customer is silent from the day that is looked back to.
  const silent = `NOT (transaction_date >= DATE '2025-11-01' AND hash(customer_id) % 2 = 0)`;
  await leaveDelivery('changed', `transaction_date < DATE '2025-12-01' AND ${silent}`);
  const result = await stage('changed', 'drift-check');
  expect(result.metrics.verdict).toBe('watch');
  const reason =
    /^6\d\.\d % of the customers left, predicted were 2\d\.\d % \(expected to differ by at most 15 % /;
  expect(result.metrics.reasons).toContainEqual(expect.stringMatching(reason));
  const { realised, reasons } = await reportOf(result);
  expect(reasons).toEqual(result.metrics.reasons);
  expect(reasons).toEqual(expect.arrayContaining(realised.judgement.reasons));
});

test('before outcomes that the champion has not seen are complete, the reason says when they will be', async () => {
  const dayBefore = await stage('whole', 'drift-check', '--as-of', '2025-10-30');
  expect(dayBefore.metrics).toMatchObject({
    verdict: 'ok',
    realised: null,
    whyNotRealised: expect.stringMatching(
      /^the model knows outcomes until 2025-09-30, .* from as-of 2025-10-31 on/,
    ),
  });
  expect((await reportOf(dayBefore)).realised).toEqual({ whyNot: dayBefore.metrics.whyNotRealised });
  const { metrics } = await stage('whole', 'drift-check', '--as-of', '2025-10-31');
  expect(metrics).toMatchObject({ realised: { asOf: learned }, whyNotRealised: null });
});

test('of too few customers nothing is told', async () => {
  await leaveDelivery('few', `customer_id < '0000150'`);
  const { metrics } = await stage('few', 'drift-check');
  expect(metrics).toMatchObject({
    verdict: 'too-few-rows',
    realised: null,
    whyNotRealised: expect.stringMatching(/^it takes at least 200 customers, .*: there are 1\d\d, /),
  });
});

test('whom the label calls gone already is told of in training, and left out of a list of whom to keep', async () => {
  const withoutFlags = '* REPLACE (CASE WHEN false THEN churn END AS churn)';
  await leaveDelivery('unflagged', 'true', withoutFlags);
  const rowsOf = async (...options: string[]) => {
    const { metrics, warnings } = await stage('unflagged', 'score', ...options);
    const { leftOut, lookbackDays } = metrics;
    return { rows: metrics.rows as number, leftOut, lookbackDays, warnings };
  };
  const all = await rowsOf();
  const there = await rowsOf('--lookback', '30');
  const silent = all.rows - there.rows;
  expect(silent).toBeGreaterThan(50);
  expect(await rowsOf('--leave-out-churned')).toEqual({ ...there, leftOut: silent });
  const featurized = await stage('unflagged', 'featurize', ...labelling, '--as-of', '2025-12-02');
  expect(featurized.warnings).toEqual([
    expect.stringMatching(
      /^\d+ of \d+ customers at as-of 2025-12-02 had made no transaction for 30 days or more: .* --lookback 30 leaves them out\.$/,
    ),
  ]);
  const within = await stage('unflagged', 'featurize', ...labelling.slice(0, 4), '--lookback', '30');
  expect(within.warnings).toEqual([]);
});

test('where the data end with next to nothing, scores warn and drift-check stops', async () => {
  await leaveDelivery(
    'cut-off',
    `transaction_date < DATE '2025-11-20' OR transaction_date = DATE '2025-12-31'`,
  );
  const said =
    /he last week of the data has \d+ transactions where a week has \d+ as a rule: a mistyped date/;
  const scored = await stage('cut-off', 'score');
  expect(scored.warnings).toEqual([expect.stringMatching(said)]);
  const { metrics } = await stage('cut-off', 'drift-check');
  expect(metrics.verdict).toBe('stop');
  expect(metrics.reasons).toContainEqual(expect.stringMatching(said));
  const whole = await stage('whole', 'score');
  expect(whole.warnings).toEqual([]);
});
