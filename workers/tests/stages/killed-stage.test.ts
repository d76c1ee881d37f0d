import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sha256OfFile } from '@churn/shared/platform/sha256';
import { unfinishedSuffix } from '@churn/shared/platform/write-atomically';
import { runChurn } from './run-churn.ts';
import { delivered } from './trained-run.ts';

const cli = fileURLToPath(new URL('../../bin/churn.js', import.meta.url));
const artifactFolders = ['raw', 'clean', 'features'];
/** From before the first write of a stage to after its last. */
const killAfterMs = [200, 400, 550, 700, 900];

let folder: string;
let exports: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'churn-killed-'));
  exports = join(folder, 'exports');
  await runChurn('generate', '--customers', '4000', '--out', exports);
});

afterAll(() => rm(folder, { recursive: true }));

async function killed(delayMs: number, ...argv: readonly string[]): Promise<void> {
  const stage = spawn(process.execPath, [cli, ...argv], { stdio: 'ignore' });
  const exited = once(stage, 'exit');
  await Promise.race([exited, setTimeout(delayMs)]);
  stage.kill('SIGKILL');
  await exited;
}

/** Files that a reader would take, and the hashes of their content. */
async function visibleArtifacts(dataDirectory: string): Promise<[name: string, hash: string][]> {
  const found: [string, string][] = [];
  for (const artifactFolder of artifactFolders) {
    const names = await readdir(join(dataDirectory, artifactFolder)).catch((): string[] => []);
    for (const name of names.filter((entry) => !entry.endsWith(unfinishedSuffix))) {
      found.push([name.split('.')[0]!, await sha256OfFile(join(dataDirectory, artifactFolder, name))]);
    }
  }
  return found;
}

test.each([
  ['ingest', (run: string) => ['--run', run, ...delivered(exports)], []],
  ['clean', (run: string) => ['--run', run], ['ingest']],
  ['featurize', (run: string) => ['--run', run], ['ingest', 'clean']],
])(
  '%s killed at any moment leaves whole files only, and the run goes on at once',
  async (stage, options, before) => {
    for (const delayMs of killAfterMs) {
      const dataDirectory = join(folder, `${stage}-${delayMs}`);
      const runOf = async (name: string, run: string) => {
        const own = name === 'ingest' ? delivered(exports) : [];
        return runChurn(name, '--run', run, '--data-dir', dataDirectory, ...own);
      };
      for (const earlier of before) await runOf(earlier, 'killed');
      await killed(delayMs, stage, ...options('killed'), '--data-dir', dataDirectory);
      for (const [name, hash] of await visibleArtifacts(dataDirectory)) expect(hash).toBe(name);
      expect((await runOf(stage, 'killed')).exitCode).toBe(0);
      await rm(dataDirectory, { recursive: true });
    }
  },
);
