import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { StageResult } from '@churn/shared/schema/stage-result';
import { buildTimeoutMs, builtImage } from '../../../shared/tests/docker/built-image.ts';
import { DataVolume } from '../../../shared/tests/docker/data-volume.ts';
import { describeWithDocker } from '../../../shared/tests/docker/describe-with-docker.ts';
import { type CommandOutcome, docker, dockerOutput } from '../../../shared/tests/docker/docker.ts';
import { leaveCleanedRun } from '../stages/cleaned-run.ts';

const cli = fileURLToPath(new URL('../../bin/churn.js', import.meta.url));

/** 900 customers with a purchase every few weeks over 2023; every third one stops somewhere in the year. */
const customersSql = `SELECT printf('%04d', i) AS customer_id, CAST(20 + i % 50 AS INTEGER) AS age, 'female' AS gender,
  DATE '2022-12-01' AS signup_date, 'north' AS region, CAST(i % 3 = 0 AS TINYINT) AS churn FROM range(900) AS t(i)`;
const transactionsSql = `SELECT printf('%04d', i) AS customer_id, DATE '2023-01-01' + CAST((k * 21 + i * 7) % 365 AS INTEGER) AS transaction_date,
  CAST(1000 + i * k AS BIGINT) AS amount_minor, CASE WHEN k % 2 = 0 THEN 'voice' ELSE 'data' END AS service
  FROM range(900) AS t(i), range(17) AS s(k)
  WHERE NOT (i % 3 = 0 AND (k * 21 + i * 7) % 365 > 60 + i % 300) ORDER BY ALL`;

async function onThisMachine(dataDirectory: string, args: readonly string[]): Promise<CommandOutcome> {
  const child = spawn(process.execPath, [cli, ...args], {
    env: { ...process.env, CHURN_DATA_DIR: dataDirectory },
  });
  const closed = new Promise<number>((resolve) => {
    child.once('close', (code) => resolve(code ?? -1));
  });
  const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return { exitCode, stdout, stderr };
}

/** A result line without what differs from run to run, and with the data directory's name taken out of sentences. */
function comparable(stdout: string, dataDirectory: string): unknown {
  expect(stdout).toMatch(/^\{.*\}\n$/);
  const result = JSON.parse(stdout.replaceAll(dataDirectory, '<data>')) as StageResult;
  return { ...result, durationMs: 0, peakRssBytes: 0 };
}

describeWithDocker('the command in a container', () => {
  let image: string;
  let directory: string;
  beforeAll(async () => {
    image = await builtImage('worker');
    directory = await mkdtemp(join(tmpdir(), 'churn-container-'));
    await leaveCleanedRun(directory, 'r1', customersSql, transactionsSql);
  }, buildTimeoutMs);
  afterAll(async () => {
    if (directory !== undefined) await rm(directory, { recursive: true });
  });

  const inContainer = (volume: DataVolume, args: readonly string[]) =>
    docker(['run', '--rm', ...volume.flags, image, ...args]);

  test('a stage writes the same bytes as on this machine', async () => {
    await using volume = await DataVolume.create(image);
    await volume.fill(directory);
    const args = ['featurize', '--run=r1', '--label=flag'];
    const contained = await inContainer(volume, args);
    const local = await onThisMachine(directory, args);
    expect(contained.exitCode).toBe(0);
    expect(local.exitCode).toBe(0);
    expect(comparable(contained.stdout, '/data')).toEqual(comparable(local.stdout, directory));
    const { outputs } = JSON.parse(contained.stdout) as StageResult;
    expect(outputs.map(({ role }) => role)).toEqual(['features', 'dataset']);
    expect(await volume.hashes()).toMatchObject(
      Object.fromEntries(outputs.map(({ path, sha256 }) => [path, sha256])),
    );
  });

  test('a second run is answered from the cache of the volume', async () => {
    await using volume = await DataVolume.create(image);
    await volume.fill(directory);
    const args = ['featurize', '--run=r1', '--label=flag', '--seed=7'];
    expect(JSON.parse((await inContainer(volume, args)).stdout)).toMatchObject({ status: 'done' });
    expect(JSON.parse((await inContainer(volume, args)).stdout)).toMatchObject({ status: 'cached' });
  });

  test.each([
    ['a missing run', ['featurize', '--run=nowhere']],
    ['a value out of range', ['featurize', '--run=r1', '--label=flag', '--horizon=-1']],
    ['an unknown flag', ['featurize', '--run=r1', '--bogus']],
  ])('%s is refused in the same words as on this machine', async (_name, args) => {
    await using volume = await DataVolume.create(image);
    await volume.fill(directory);
    const [contained, local] = [await inContainer(volume, args), await onThisMachine(directory, args)];
    expect(contained.exitCode).toBe(2);
    expect(local.exitCode).toBe(2);
    expect(comparable(contained.stdout, '/data')).toEqual(comparable(local.stdout, directory));
  });

  test.each([
    ['an unknown stage', ['bogus'], 2],
    ['help', ['--help'], 0],
    ['help of a stage', ['featurize', '--help'], 0],
  ])('%s is answered as on this machine', async (_name, args, exitCode) => {
    await using volume = await DataVolume.create(image);
    const contained = await inContainer(volume, args);
    const local = await onThisMachine(directory, args);
    expect(contained.exitCode).toBe(exitCode);
    expect(contained).toEqual(local);
  });

  test('a new named volume belongs to the worker', async () => {
    await using volume = await DataVolume.create(image);
    const owner = ['run', '--rm', ...volume.flags, '--entrypoint=stat', image, '--format=%u:%g', '/data'];
    expect(await dockerOutput(owner)).toBe('10001:10001');
  });
});
