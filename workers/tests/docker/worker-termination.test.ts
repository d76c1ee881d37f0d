import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { buildTimeoutMs, builtImage } from '../../../shared/tests/docker/built-image.ts';
import { DataVolume } from '../../../shared/tests/docker/data-volume.ts';
import { describeWithDocker } from '../../../shared/tests/docker/describe-with-docker.ts';
import { docker, dockerOutput } from '../../../shared/tests/docker/docker.ts';
import { leaveCleanedRun } from '../stages/cleaned-run.ts';

/** Enough customers to keep a stage busy for seconds. */
const customersSql = `SELECT printf('%06d', i) AS customer_id, CAST(30 AS INTEGER) AS age, 'female' AS gender,
  DATE '2022-12-01' AS signup_date, 'north' AS region, CAST(i % 3 = 0 AS TINYINT) AS churn FROM range(60000) AS t(i)`;
const transactionsSql = `SELECT printf('%06d', i) AS customer_id, DATE '2023-01-01' + CAST((k * 21 + i * 7) % 365 AS INTEGER) AS transaction_date,
  CAST(1000 + i * k AS BIGINT) AS amount_minor, 'data' AS service FROM range(60000) AS t(i), range(20) AS s(k)
  ORDER BY customer_id, transaction_date`;

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (await condition()) return;
    await delay(20);
  }
  throw new Error('expected the stage to take its lock, but it did not');
}

describeWithDocker('docker stop', () => {
  let image: string;
  let directory: string;
  beforeAll(async () => {
    image = await builtImage('worker');
    directory = await mkdtemp(join(tmpdir(), 'churn-stop-'));
    await leaveCleanedRun(directory, 'r1', customersSql, transactionsSql);
  }, buildTimeoutMs);
  afterAll(async () => {
    if (directory !== undefined) await rm(directory, { recursive: true });
  });

  test('ends a stage at work with 143 and leaves the volume as it was', async () => {
    await using volume = await DataVolume.create(image);
    await volume.fill(directory);
    const before = await volume.hashes();
    const command = ['featurize', '--run=r1', '--label=flag', '--threads=1'];
    const container = await dockerOutput(['run', '--detach', ...volume.flags, image, ...command]);
    const locked = ['exec', container, 'test', '-e', '/data/runs/r1/featurize/lock'];
    await until(async () => (await docker(locked)).exitCode === 0);
    await dockerOutput(['stop', '--time=30', container]);
    expect(await dockerOutput(['wait', container])).toBe('143');
    const { stdout } = await docker(['logs', container]);
    expect(JSON.parse(stdout)).toMatchObject({ status: 'failed', error: { code: 'terminated' } });
    expect(await volume.hashes()).toEqual(before);
  });
});
