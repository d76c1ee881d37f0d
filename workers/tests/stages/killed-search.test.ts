import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { StageResult } from '@churn/shared/schema/stage-result';
import { runChurn } from './run-churn.ts';
import { delivered } from './trained-run.ts';

const cli = fileURLToPath(new URL('../../bin/churn.js', import.meta.url));
const trials = 6;
const endedBeforeTheKill = 3;

let folder: string;
let exports: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'churn-killed-search-'));
  exports = join(folder, 'exports');
  await runChurn('generate', '--customers', '1500', '--out', exports);
  const common = ['--run', 'r1', '--data-dir', join(folder, 'data')];
  await runChurn('ingest', ...common, ...delivered(exports));
  await runChurn('clean', ...common);
  await runChurn('featurize', ...common);
});

afterAll(() => rm(folder, { recursive: true }));

interface Train {
  /** Null where it was killed. */
  readonly result: StageResult | null;
  /** Of each ended trial, whether it was known from the log. */
  readonly recalled: readonly boolean[];
}

/** A real process, killed by SIGKILL as soon as it has logged so many ended trials. */
async function trainInProcess(
  family: string,
  name: string,
  killAfter = Number.POSITIVE_INFINITY,
): Promise<Train> {
  const search = ['--family', family, '--trials', String(trials)];
  const argv = ['train', '--run', 'r1', '--data-dir', join(folder, name), ...search];
  const child = spawn(process.execPath, [cli, ...argv], { stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = once(child, 'close');
  let printed = '';
  child.stdout.on('data', (bytes) => {
    printed += String(bytes);
  });
  const recalled: boolean[] = [];
  for await (const line of createInterface(child.stderr)) {
    const entry = JSON.parse(line) as { message: string; recalled?: boolean };
    if (entry.message === 'trial') recalled.push(entry.recalled!);
    if (recalled.length >= killAfter) child.kill('SIGKILL');
  }
  const [exitCode, signal] = (await exited) as [number | null, string | null];
  if (signal !== 'SIGKILL' && exitCode !== 0)
    throw new Error(`train ended with exit ${exitCode}: ${printed}`);
  return { result: printed === '' ? null : (JSON.parse(printed) as StageResult), recalled };
}

test.each(['logistic-regression', 'gradient-boosting'])(
  'a search of %s that was killed goes on where it was, and leaves the bytes of an unbroken one',
  async (family) => {
    for (const name of ['unbroken', 'broken'])
      await cp(join(folder, 'data'), join(folder, family, name), { recursive: true });
    const unbroken = await trainInProcess(family, join(family, 'unbroken'));
    const broken = join(family, 'broken');
    const killed = await trainInProcess(family, broken, endedBeforeTheKill);
    expect(killed.result).toBeNull();
    const resumed = await trainInProcess(family, broken);
    expect(resumed.recalled.filter((known) => known).length).toBeGreaterThanOrEqual(endedBeforeTheKill);
    expect(resumed.recalled).toHaveLength(unbroken.recalled.length);
    expect(unbroken.recalled.some((known) => known)).toBe(false);
    expect(resumed.result!.outputs).toEqual(unbroken.result!.outputs);
    expect(await readdir(join(folder, broken, 'trials'))).toEqual([]);
  },
);
