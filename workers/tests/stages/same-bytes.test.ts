import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { sha256 } from '@churn/shared/platform/sha256';
import { modelFamilyNames } from '@churn/shared/schema/model-family-name';
import type { StageResult } from '@churn/shared/schema/stage-result';
import { delivered, searchOf } from './trained-run.ts';

interface Loop {
  readonly dataDirectory: string;
  readonly results: ReadonlyMap<string, StageResult>;
  /** One stage more, in the same run. */
  stage(name: string, ...options: string[]): Promise<StageResult>;
}

const cli = new URL('../../bin/churn.js', import.meta.url).pathname;

/** In a process of its own: what one run remembers cannot help the other. */
async function churn(...argv: string[]): Promise<StageResult> {
  const { stdout } = await promisify(execFile)(process.execPath, [cli, ...argv, '--log-level', 'error']);
  return JSON.parse(stdout) as StageResult;
}

let folder: string;
let loops: readonly [Loop, Loop];

/** Everything from the two exports to the scores of the champion, in a data directory of its own. */
async function loop(exports: string, threads: number): Promise<Loop> {
  const dataDirectory = join(folder, `data-${threads}`);
  const results = new Map<string, StageResult>();
  const common = ['--run', 'r1', '--data-dir', dataDirectory, '--threads', String(threads)];
  const stage = (name: string, ...options: string[]) => churn(name, ...common, ...options);
  const keep = async (name: string, ...options: string[]) =>
    results.set([name, options[1]].join(' ').trim(), await stage(name, ...options));
  results.set('ingest', await stage('ingest', ...delivered(exports)));
  await keep('clean');
  await keep('featurize');
  for (const family of modelFamilyNames) await keep('train', ...searchOf(family));
  await keep('evaluate');
  await keep('promote');
  await keep('score');
  await keep('drift-check');
  return { dataDirectory, results, stage };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'churn-same-bytes-'));
  const exports = join(folder, 'exports');
  await churn('generate', '--customers', '1500', '--out', exports, '--data-dir', join(folder, 'none'));
  loops = [await loop(exports, 1), await loop(exports, 2)];
}, 900_000);

afterAll(() => rm(folder, { recursive: true }));

const hashesOf = ({ outputs }: StageResult) => outputs.map(({ role, sha256: hash }) => `${role} ${hash}`);

test.each([
  'ingest',
  'clean',
  'featurize',
  ...modelFamilyNames.map((family) => `train ${family}`),
  'evaluate',
  'score',
  'drift-check',
])('%s makes the same bytes on one thread and on two', (name) => {
  const [one, two] = loops.map(({ results }) => results.get(name)!);
  expect(hashesOf(one!).length).toBeGreaterThan(0);
  expect(hashesOf(two!)).toEqual(hashesOf(one!));
});

test('the registered model has the same bytes, apart from who registered it and when', async () => {
  const [one, two] = await Promise.all(
    loops.map(async ({ dataDirectory }) => {
      const { registeredModels } = new ArtifactLayout(dataDirectory);
      const [model, ...others] = await readdir(registeredModels);
      expect(others).toEqual([]);
      const names = (await readdir(join(registeredModels, model!))).filter(
        (name) => name !== 'manifest.json',
      );
      const hashes = names.map(async (name) => [
        name,
        sha256(await readFile(join(registeredModels, model!, name), 'utf8')),
      ]);
      return { model, files: Object.fromEntries(await Promise.all(hashes)) };
    }),
  );
  expect(Object.keys(one!.files).length).toBeGreaterThanOrEqual(5);
  expect(two).toEqual(one);
});

test('a report made again has the same bytes, on one thread and on two', async () => {
  const [, { stage }] = loops;
  const first = hashesOf(await stage('report'));
  expect(hashesOf(await stage('report', '--force'))).toEqual(first);
  expect(hashesOf(await stage('report', '--force', '--threads', '1'))).toEqual(first);
});
