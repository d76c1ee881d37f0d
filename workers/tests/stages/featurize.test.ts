import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { ArtifactStore } from '@churn/shared/artifacts/artifact-store';
import { parseDatasetDescription } from '@churn/shared/artifacts/dataset-description';
import { findStageResult, outputOf } from '@churn/shared/artifacts/find-stage-result';
import { readFeatureTable } from '@churn/shared/artifacts/read-feature-table';
import { customerSplit } from '@churn/shared/features/customer-split';
import type { NumericColumn } from '@churn/shared/features/feature-matrix';
import { dayNumber, dayText } from '@churn/shared/platform/calendar-day';
import { sqlText, withDuckDb } from '@churn/shared/platform/duckdb-session';
import type { StageResult } from '@churn/shared/schema/stage-result';
import { leaveCleanedRun } from './cleaned-run.ts';
import { printedByChurn, runChurn } from './run-churn.ts';

/** 900 customers with a purchase every few weeks over 2023; every third one stops somewhere in the year. */
const customersSql = `SELECT printf('%04d', i) AS customer_id, CAST(20 + i % 50 AS INTEGER) AS age, 'female' AS gender,
  DATE '2022-12-01' AS signup_date, 'north' AS region, CAST(CASE WHEN i % 10 > 0 THEN i % 3 = 0 END AS TINYINT) AS churn
  FROM range(900) AS t(i)`;
const transactionsSql = `SELECT printf('%04d', i) AS customer_id, DATE '2023-01-01' + CAST((k * 21 + i * 7) % 365 AS INTEGER) AS transaction_date,
  CAST(1000 + i * k AS BIGINT) AS amount_minor, CASE WHEN k % 2 = 0 THEN 'voice' ELSE 'data' END AS service
  FROM range(900) AS t(i), range(17) AS s(k)
  WHERE NOT (i % 3 = 0 AND (k * 21 + i * 7) % 365 > 60 + i % 300) ORDER BY ALL`;

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'featurize-'));
  await leaveCleanedRun(directory, 'r1', customersSql, transactionsSql);
});

afterAll(() => rm(directory, { recursive: true }));

const featurize = (...options: string[]) =>
  runChurn('featurize', '--run', 'r1', '--data-dir', directory, ...options);

async function tableOf(result: StageResult) {
  const store = new ArtifactStore(new ArtifactLayout(directory));
  const description = parseDatasetDescription(await store.readText(outputOf(result, 'dataset')), 'here');
  const table = await withDuckDb({ threads: 1, temporaryDirectory: directory }, (connection) =>
    readFeatureTable(connection, store.absolutePath(outputOf(result, 'features'))),
  );
  return { description, table };
}

test('inactivity takes snapshots a horizon apart and splits them forward in time', async () => {
  const { exitCode, result } = await featurize('--label', 'inactivity', '--horizon', '60');
  expect(exitCode).toBe(0);
  const { description, table } = await tableOf(result);
  expect(description).toMatchObject({
    split: 'forward',
    asOf: ['2023-05-06', '2023-07-05', '2023-09-03', '2023-11-02'],
    labelling: { mode: 'inactivity', horizonDays: 60, lookbackDays: 180 },
  });
  expect(table.matrix.rowCount).toBe(description.rows);
  const splitOf = new Map(Array.from(table.asOfDays, (day, row) => [dayText(day), table.splits[row]]));
  expect(Object.fromEntries(splitOf)).toEqual({
    '2023-05-06': 'train',
    '2023-07-05': 'train',
    '2023-09-03': 'validation',
    '2023-11-02': 'test',
  });
});

test('flags give one snapshot split by customer, rows without a flag are left out and counted, and a warning', async () => {
  const { result } = await featurize('--lookback', 'all');
  const { description, table } = await tableOf(result);
  expect(description).toMatchObject({
    split: 'hash',
    asOf: ['2024-01-01'],
    rows: 810,
    droppedWithoutFlag: 90,
  });
  expect(table.splits).toEqual(table.customerIds.map(customerSplit));
  expect(result.warnings).toHaveLength(1);
});

test('one and two threads write the same bytes', async () => {
  const [one, two] = [
    await featurize('--threads', '1', '--force', '--label', 'inactivity'),
    await featurize('--threads', '2', '--force', '--label', 'inactivity'),
  ];
  expect(outputOf(one.result, 'features').sha256).toBe(outputOf(two.result, 'features').sha256);
});

test('the same work again is cached', async () => {
  await featurize('--horizon', '50');
  expect((await featurize('--horizon', '50')).result.status).toBe('cached');
  expect((await findStageResult(new ArtifactLayout(directory), 'r1', 'featurize')).status).toBe('cached');
});

test('the as-of dates whose outcomes overlap a later split are left out and counted', async () => {
  const { result } = await featurize('--label', 'inactivity', '--horizon', '60', '--snapshots', '6');
  const { description } = await tableOf(result);
  expect(description.asOf).toEqual(['2023-06-05', '2023-07-05', '2023-09-03', '2023-11-02']);
  expect(description.asOfInGap).toEqual(['2023-08-04', '2023-10-03']);
  expect(result.metrics.rowsInGap).toBeGreaterThan(0);
});

test('with a gap, features end that many days before the flags, and who was silent by then is not eligible', async () => {
  const { result } = await featurize('--lookback', '120', '--gap', '30');
  const { description, table } = await tableOf(result);
  expect(description.asOf).toEqual(['2023-12-02']);
  expect(description.labelling).toEqual({ mode: 'flag', horizonDays: 90, lookbackDays: 120, gapDays: 30 });
  expect(new Set(table.asOfDays)).toEqual(new Set([dayNumber('2023-12-02')]));
  const silent = table.matrix.columns.find(({ name }) => name === 'days_since_last') as NumericColumn;
  expect(Math.max(...silent.values)).toBeLessThanOrEqual(120);
  expect(result.warnings[0]).toContain('Features end 30 days before the flags');
});

test('--only makes a table of the named features, in the order of the list, that train does not find', async () => {
  const { result } = await featurize('--only', 'amount_90,age');
  const [table] = result.outputs;
  expect(result.outputs.map(({ role }) => role)).toEqual(['some-features', 'dataset']);
  const columns = await withDuckDb({ threads: 1, temporaryDirectory: directory }, async (connection) => {
    const path = sqlText(new ArtifactLayout(directory).absolute(table!.path));
    return (await connection.runAndReadAll(`FROM read_parquet(${path})`)).columnNames();
  });
  expect(columns).toEqual(['customer_id', 'as_of', 'split', 'label', 'age', 'amount_90']);
});

test('--explain prints every feature and the SQL, and runs nothing', async () => {
  const { exitCode, printed } = await printedByChurn('featurize', '--explain');
  expect(exitCode).toBe(0);
  expect(printed).toContain('transactions_90 [transactions]\n    number of transactions in the last 90 days');
  expect(printed).toContain('ORDER BY as_of, customer_id');
});

test.each([
  [['--label', 'inactivity', '--gap', '30'], 'gap-without-flags'],
  [['--only', 'no_such_feature'], 'bad-option'],
  [['--as-of', '2022-06-01'], 'nothing-before-as-of'],
  [['--as-of', '2023-12-01', '--label', 'inactivity'], 'horizon-beyond-data'],
  [['--as-of', '2023-01-02'], 'too-few-rows'],
  [['--label', 'inactivity', '--as-of', '2023-03-15', '--horizon', '270'], 'too-few-of-a-class'],
  [['--label', 'inactivity', '--as-of', '2023-02-01', '--horizon', '60'], 'one-class'],
  [['--split', 'forward'], 'no-forward-split'],
  [['--as-of', '2023-02-29'], 'bad-option'],
  [['--lookback', '0'], 'bad-option'],
  [['--run', 'unknown'], 'unknown-run'],
])('%p is refused as %s and writes nothing', async (options, code) => {
  const before = (await readdir(join(directory, 'features')).catch(() => [])).sort();
  const { exitCode, result } = await featurize(...options);
  expect({ exitCode, code: result.error?.code }).toEqual({ exitCode: 2, code });
  expect((await readdir(join(directory, 'features')).catch(() => [])).sort()).toEqual(before);
});
