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

/** With this seed the best trial is not the default, so that an earlier best is a trial of its own. */
const search = ['--family', 'gradient-boosting', '--trials', '3', '--seed', '1'];

let folder: string;
let data: string;
let first: StageResult;
let second: StageResult;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'churn-reuse-'));
  data = join(folder, 'data');
  await featurized('r1', 1_200, 1);
  first = await train('r1', '--search', 'reuse');
  await featurized('r2', 1_300, 2);
  second = await train('r2', '--search', 'reuse');
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

function searchOfFirst(): SearchHistory['settings']['earlier'] {
  return { run: 'r1', searchSha256: first.outputs.find(({ role }) => role === 'search')!.sha256 };
}

test('the first training of a question searches, and meets no earlier search', async () => {
  expect((await historyOf(first)).settings).toEqual({
    source: 'searched',
    because: 'no-earlier-search',
    earlier: null,
  });
  expect(first.inputs.map(({ role }) => role)).toEqual(['features', 'dataset']);
});

test('the next takes its settings over: no trials, but a score, a learning curve and a fit of its own', async () => {
  const [searched, reused] = await Promise.all([first, second].map(historyOf));
  expect(reused!.settings).toEqual({ source: 'reused', because: 'data-alike', earlier: searchOfFirst() });
  expect(reused!.trials).toEqual([]);
  expect(reused!.hyperparameters).toEqual(searched!.hyperparameters);
  expect(reused!.selection.logLoss).not.toBe(searched!.selection.logLoss);
  expect(reused!.learningCurve).not.toEqual(searched!.learningCurve);
});

test('the earlier search is an input with the hash of its bytes', async () => {
  const record = second.inputs.find(({ role }) => role === 'earlier-search')!;
  expect(record.path).toBe(`searches/${record.sha256}.json`);
  expect(sha256(await new ArtifactStore(new ArtifactLayout(data)).readText(record))).toBe(record.sha256);
});

test('both are cached when they run again, and have the same bytes by force', async () => {
  expect((await train('r1', '--search', 'reuse')).status).toBe('cached');
  expect((await train('r2', '--search', 'reuse')).status).toBe('cached');
  expect((await train('r2', '--search', 'reuse', '--force')).outputs).toEqual(second.outputs);
});

test('where the rows have become less than half as many it searches, and warns', async () => {
  await featurized('r3', 500, 3);
  const third = await train('r3', '--search', 'reuse');
  const { settings } = await historyOf(third);
  expect(settings).toEqual({ source: 'searched', because: 'rows-moved', earlier: searchOfFirst() });
  expect(third.warnings.join()).toContain('since the search of run r1 the number of rows has moved too far');
});

test('a refreshed search tries the earlier best first', async () => {
  const { settings, trials } = await historyOf(await train('r3', '--search', 'refresh'));
  expect(settings).toMatchObject({ source: 'searched', because: 'asked' });
  expect(trials.map(({ origin }) => origin)).toEqual(['earlier', 'default', 'random']);
});

test('a search that runs out of time takes the best so far, and says that another run may differ', async () => {
  const result = await train('r2', '--search-seconds', '0.001');
  const history = await historyOf(result);
  expect(history.endedBy).toBe('time');
  expect(history.trials.map(({ origin }) => origin)).toEqual(['earlier']);
  expect(result.warnings.join()).toContain('another run may get further');
});

test('settings of another question are not taken over', async () => {
  const common = ['--run', 'r1', '--data-dir', data];
  await runChurn('featurize', ...common, '--label', 'inactivity', '--horizon', '60');
  const history = await historyOf(await train('r1', '--search', 'reuse'));
  expect(history.settings).toEqual({ source: 'searched', because: 'no-earlier-search', earlier: null });
});
