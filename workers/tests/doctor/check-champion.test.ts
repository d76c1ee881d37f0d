import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { changeChampion } from '@churn/shared/registry/change-champion';
import { registerModel } from '@churn/shared/registry/register-model';
import { smallModel } from '../../../shared/tests/registry/small-model.ts';
import { runChurn } from '../stages/run-churn.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'champion-'));
});

afterEach(() => rm(directory, { recursive: true }));

/** Runs `doctor` where a small model is the champion, its document changed before it was registered. */
async function examined(change: (document: Record<string, unknown>) => Record<string, unknown>) {
  const content = await smallModel(1, 'r1');
  const modelText = JSON.stringify(change(JSON.parse(content.modelText)));
  const layout = new ArtifactLayout(directory);
  const actor = { by: 'test', now: () => new Date() };
  const { sha256, metrics } = await registerModel(layout, { ...content, modelText }, actor);
  await changeChampion(
    layout,
    {
      action: 'promote',
      modelSha256: sha256,
      run: 'r1',
      reason: 'test',
      evaluationSha256: metrics.evaluationSha256,
      expectedRevision: 0,
    },
    actor,
  );
  return runChurn('doctor', '--data-dir', directory);
}

test('a champion that this code can serve is told without a warning', async () => {
  const { exitCode, result } = await examined((document) => document);
  expect(exitCode).toBe(0);
  expect(JSON.stringify(result.metrics)).toMatch(/loads and repeats its 20 golden rows"/);
  expect(result.warnings.join()).not.toContain('Champion');
});

test('a champion of another feature list is a warning that says what to do', async () => {
  const { exitCode, result } = await examined((document) => ({
    ...document,
    featureListHash: 'f'.repeat(64),
  }));
  expect(exitCode).toBe(0);
  expect(result.warnings.join()).toMatch(
    /fitted on another feature list.*promoted with --replace-incomparable/,
  );
});
