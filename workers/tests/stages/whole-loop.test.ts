import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { readChampionPointer } from '@churn/shared/registry/champion-pointer';
import { runChurn } from './run-churn.ts';
import { delivered, type TrainedRun, trainedRun } from './trained-run.ts';

let run: TrainedRun;

beforeAll(async () => {
  run = await trainedRun();
});

afterAll(() => run[Symbol.asyncDispose]());

test('two exports become a champion, scores of a later delivery, a drift verdict and a report', async () => {
  const evaluated = await run.stage('evaluate');
  const promoted = await run.stage('promote');
  expect(promoted.metrics.evaluatedModelSha256).toBe(evaluated.metrics.modelSha256);
  const champion = await readChampionPointer(new ArtifactLayout(run.dataDirectory));
  expect(champion).toMatchObject({ modelSha256: promoted.metrics.modelSha256, run: 'r1', revision: 1 });

  const ofLater = async (name: string, ...options: string[]) => {
    const common = ['--run', 'later', '--data-dir', run.dataDirectory];
    const { exitCode, result } = await runChurn(name, ...common, ...options);
    expect([name, exitCode]).toEqual([name, 0]);
    return result;
  };
  const later = join(run.exports, 'later');
  await ofLater('generate', '--customers', '1200', '--seed', '7', '--out', later);
  await ofLater('ingest', ...delivered(later));
  await ofLater('clean');
  const out = join(run.exports, 'scores.csv');
  const scored = await ofLater('score', '--out', out);
  expect(scored.metrics.model).toBe(champion!.modelSha256);
  const lines = (await readFile(out, 'utf8')).trimEnd().split('\r\n');
  expect(lines[0]).toBe('customer_id,probability,decision,decile,reasons,model');
  expect(lines).toHaveLength((scored.metrics.rows as number) + 1);

  const checked = await ofLater('drift-check');
  expect(checked.metrics).toMatchObject({
    verdict: 'ok',
    realised: null,
    whyNotRealised: expect.stringContaining('flags'),
  });
  const report = await run.stage('report', '--out', join(run.exports, 'report.html'));
  expect(report.metrics.modelSha256).toBe(evaluated.metrics.modelSha256);
});

test('the same model promoted again changes nothing', async () => {
  await run.stage('evaluate');
  await run.stage('promote');
  await run.stage('evaluate');
  const again = await run.stage('promote');
  expect(again.metrics).toMatchObject({ alreadyChampion: true, revision: 1 });
});

test('a champion that cannot be read, and one that was repaired, is not answered from the cache', async () => {
  await run.stage('evaluate');
  const { metrics } = await run.stage('promote');
  const layout = new ArtifactLayout(run.dataDirectory);
  const file = join(layout.registeredModel(String(metrics.modelSha256)), 'golden.json');
  const evaluated = async () => {
    const { status, metrics: told } = await run.stage('evaluate');
    const { incomparable, isWinner } = told.champion as Record<string, unknown>;
    return { status, incomparable, isWinner };
  };
  expect(await evaluated()).toMatchObject({ incomparable: null, isWinner: true });
  const golden = await readFile(file);
  await rm(file);
  expect(await evaluated()).toMatchObject({
    status: 'done',
    incomparable: expect.stringContaining('the champion cannot be read'),
  });
  await writeFile(file, golden);
  expect(await evaluated()).toEqual({ status: 'cached', incomparable: null, isWinner: true });
});
