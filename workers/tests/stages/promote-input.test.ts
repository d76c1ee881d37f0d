import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { around } from '../../../shared/tests/artifacts/example-evaluation.ts';
import { modelOf, useTrainedRuns } from './promotable-run.ts';
import { promotionSteps } from './promotion-steps.ts';
import { runChurn } from './run-churn.ts';

const runs = useTrainedRuns();

const { evaluate, champion, modelSha256Of, promote, leaveChallenger } = promotionSteps(runs);

test('features or a model made after the evaluation are exit 2', async () => {
  await evaluate('r1');
  await runChurn('featurize', '--run', 'r1', '--data-dir', runs.directory, '--label', 'flag');
  const featurized = await promote('r1');
  await evaluate('r2');
  const trained = runs.layout.stageResult('r2', 'train', 'gradient-boosting');
  await writeFile(trained, await readFile(runs.layout.stageResult('r3', 'train', 'gradient-boosting')));
  const retrained = await promote('r2');
  for (const { exitCode, result } of [featurized, retrained]) {
    expect([exitCode, result.error!.code]).toEqual([2, 'evaluation-outdated']);
  }
  expect(retrained.result.error!.message).toContain(await modelSha256Of('r3'));
  expect(await champion()).toBeUndefined();
});

test.each(['model', 'evaluation'] as const)('a damaged %s is exit 2', async (which) => {
  const evaluation = await evaluate('r1');
  const { path } = which === 'model' ? await modelOf(runs.directory, 'r1') : evaluation;
  await appendFile(runs.layout.absolute(path), ' ');
  const { exitCode, result } = await promote('r1');
  expect([exitCode, result.error!.code]).toEqual([2, 'artifact-damaged']);
});

test('a champion pointer that cannot be read never lets the challenger win', async () => {
  await evaluate('r1');
  await promote('r1');
  await leaveChallenger(around(0.03, 0.01));
  await writeFile(runs.layout.championPointer, '{"format":"churn-ch');
  const torn = await promote('r2', '--replace-incomparable');
  expect([torn.exitCode, torn.result.error!.code]).toEqual([2, 'champion-unreadable']);
  await rm(runs.layout.championPointer);
  const gone = await promote('r2', '--replace-incomparable');
  expect([gone.exitCode, gone.result.error!.code]).toEqual([2, 'champion-pointer-gone']);
});

test.each([
  ['--roc-auc-floor', '1.5'],
  ['--refresh-margin', 'much'],
  ['--latency-budget', '0'],
  ['--by', ' '],
])('%s "%s" is exit 2', async (...option) => {
  const { exitCode, result } = await promote('r1', ...option);
  expect([exitCode, result.error!.code]).toEqual([2, 'bad-option']);
  expect(result.error!.message).toContain(option[0]);
});
