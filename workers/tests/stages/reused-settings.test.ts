import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { ArtifactStore } from '@churn/shared/artifacts/artifact-store';
import { parseSearchHistory, type SearchHistory } from '@churn/shared/artifacts/search-history';
import { sha256 } from '@churn/shared/platform/sha256';
import type { StageResult } from '@churn/shared/schema/stage-result';
import { runChurn } from './run-churn.ts';
import { delivered } from './trained-run.ts';

const search = ['--family', 'gradient-boosting', '--trials', '3'];

let folder: string;
let data: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'churn-reuse-'));
  data = join(folder, 'data');
});

afterAll(() => rm(folder, { recursive: true }));

/** Takes so many simulated customers into a run, up to their features. */
async function featurized(run: string, customers: number, seed: number): Promise<void> {
  const exports = join(folder, run);
  const common = ['--run', run, '--data-dir', data];
  await runChurn('generate', '--customers', String(customers), '--out', exports, '--seed', String(seed));
  await runChurn('ingest', ...common, ...delivered(exports));
  await runChurn('clean', ...common);
  await runChurn('featurize', ...common);
}

async function train(run: string, ...options: string[]): Promise<StageResult> {
  const { exitCode, result } = await runChurn(
    'train',
    '--run',
    run,
    '--data-dir',
    data,
    ...search,
    ...options,
  );
  if (exitCode !== 0) throw new Error(`train ended with exit ${exitCode}: ${result.error?.message}`);
  return result;
}

async function historyOf(result: StageResult): Promise<SearchHistory> {
  const artifact = result.outputs.find(({ role }) => role === 'search')!;
  return parseSearchHistory(await new ArtifactStore(new ArtifactLayout(data)).readText(artifact), 'the test');
}

function inputOf(result: StageResult, role: string): string | undefined {
  return result.inputs.find((input) => input.role === role)?.sha256;
}

test('settings are searched once, taken over while the data are alike, and searched again when they have moved', async () => {
  await featurized('r1', 1_500, 1);
  const first = await train('r1', '--search', 'reuse');
  const searched = await historyOf(first);
  expect(searched.settings).toEqual({ source: 'searched', because: 'no-earlier-search', earlier: null });
  expect(inputOf(first, 'earlier-search')).toBeUndefined();

  await featurized('r2', 1_600, 2);
  const second = await train('r2', '--search', 'reuse');
  const reused = await historyOf(second);
  const earlier = { run: 'r1', searchSha256: first.outputs.find(({ role }) => role === 'search')!.sha256 };
  expect(reused.settings).toEqual({ source: 'reused', because: 'data-alike', earlier });
  expect(reused.trials).toEqual([]);
  expect(reused.hyperparameters).toEqual(searched.hyperparameters);
  expect(reused.selection.rows).toBeGreaterThan(0);
  expect(reused.selection.logLoss).not.toBe(searched.selection.logLoss);
  expect(reused.learningCurve.length).toBeGreaterThan(0);
  const record = second.inputs.find(({ role }) => role === 'earlier-search')!;
  expect(record.path).toBe(`searches/${record.sha256}.json`);
  expect(sha256(await new ArtifactStore(new ArtifactLayout(data)).readText(record))).toBe(record.sha256);

  expect((await train('r1', '--search', 'reuse')).status).toBe('cached');
  expect((await train('r2', '--search', 'reuse')).status).toBe('cached');
  const again = await train('r2', '--search', 'reuse', '--force');
  expect(again.outputs).toEqual(second.outputs);

  await featurized('r3', 4_500, 3);
  const third = await train('r3', '--search', 'reuse');
  expect((await historyOf(third)).settings).toEqual({ source: 'searched', because: 'rows-moved', earlier });
  expect(third.warnings.join()).toContain('since the search of run r1 the number of rows has moved too far');

  const refreshed = await historyOf(await train('r3', '--search', 'refresh'));
  expect(refreshed.settings.earlier?.run).toBe('r3');
  expect(refreshed.trials.map(({ origin }) => origin)).toEqual(['default', 'earlier', 'random']);
});

test('settings of another question are not taken over', async () => {
  const common = ['--run', 'r1', '--data-dir', data];
  await runChurn('featurize', ...common, '--label', 'inactivity', '--horizon', '60');
  const history = await historyOf(await train('r1', '--search', 'reuse'));
  expect(history.settings).toEqual({ source: 'searched', because: 'no-earlier-search', earlier: null });
});
