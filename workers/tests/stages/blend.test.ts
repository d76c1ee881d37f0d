import { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { ArtifactStore } from '@churn/shared/artifacts/artifact-store';
import { parseEvaluationDocument } from '@churn/shared/artifacts/evaluation-document';
import { parseModelDocument } from '@churn/shared/artifacts/model-document';
import { parseSearchHistory } from '@churn/shared/artifacts/search-history';
import { blendMembers } from '@churn/shared/models/blend-model';
import { loadRegisteredModel } from '@churn/shared/registry/load-registered-model';
import type { StageResult } from '@churn/shared/schema/stage-result';
import { runChurn } from './run-churn.ts';
import { delivered, familiesOfRun, searchOf, type TrainedRun, trainedRun } from './trained-run.ts';

let run: TrainedRun;
let blended: StageResult;

beforeAll(async () => {
  run = await trainedRun();
  blended = await run.stage('train', '--family', 'blend');
});

afterAll(() => run[Symbol.asyncDispose]());

async function textOf(result: StageResult, role: string): Promise<string> {
  const output = result.outputs.find((artifact) => artifact.role === role)!;
  return new ArtifactStore(new ArtifactLayout(run.dataDirectory)).readText(output);
}

async function inCopy() {
  const dataDirectory = await run.copy();
  return (...argv: string[]) => runChurn(...argv, '--run', 'r1', '--data-dir', dataDirectory);
}

test('a blend holds its members whole, with weights that sum to one, and names them in its settings', async () => {
  const document = parseModelDocument(await textOf(blended, 'model'), 'the test');
  const members = blendMembers(document.parameters);
  expect(members.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
  expect(document.hyperparameters).toEqual(
    Object.fromEntries(members.map(({ family, weight }) => [family, weight])),
  );
  expect(blended.metrics.hyperparameters).toEqual(document.hyperparameters);
  for (const { family, modelSha256, parameters, calibration } of members) {
    const trained = await run.stage('train', ...searchOf(family));
    const single = parseModelDocument(await textOf(trained, 'model'), 'the test');
    expect(trained.outputs.find(({ role }) => role === 'model')!.sha256).toBe(modelSha256);
    expect({ parameters, calibration }).toEqual({
      parameters: single.parameters,
      calibration: single.calibration,
    });
  }
});

test('the same blend again is cached, and by force has the same bytes', async () => {
  const again = await run.stage('train', '--family', 'blend');
  expect(again.status).toBe('cached');
  const forced = await run.stage('train', '--family', 'blend', '--force', '--threads', '1');
  expect(forced.outputs).toEqual(blended.outputs);
});

test('the evaluation measures the blend beside the others and says whether it was worth choosing', async () => {
  const evaluated = await run.stage('evaluate');
  const { candidates, winner } = parseEvaluationDocument(await textOf(evaluated, 'evaluation'), 'the test');
  const search = parseSearchHistory(await textOf(blended, 'search'), 'the test');
  expect(candidates.map(({ family }) => family).sort()).toEqual([...familiesOfRun, 'blend'].sort());
  const lossOf = (wanted: string) => candidates.find(({ family }) => family === wanted)!.selection.logLoss;
  const { bestSingle, advantage, chosen } = winner.blend!;
  expect(lossOf('blend')).toBe(search.selection.logLoss);
  expect(lossOf(bestSingle)).toBe(Math.min(...familiesOfRun.map(lossOf)));
  expect(advantage).toBeCloseTo(lossOf(bestSingle) - lossOf('blend'), 9);
  expect(chosen).toBe(advantage > 0);
  expect(candidates[0]!.family).toBe(chosen ? 'blend' : bestSingle);
  expect(winner.reason).toContain('The test rows had no say.');
});

test('a blend of one family is refused', async () => {
  const common = ['--run', 'r2', '--data-dir', await run.copy()];
  for (const argv of [
    ['ingest', ...delivered(run.exports)],
    ['clean'],
    ['featurize'],
    ['train', ...searchOf('decision-tree')],
  ]) {
    expect((await runChurn(...argv, ...common)).exitCode).toBe(0);
  }
  const { exitCode, result } = await runChurn('train', '--family', 'blend', ...common);
  expect([exitCode, result.error?.code]).toEqual([2, 'too-few-members']);
  expect(result.error!.message).toContain('at least 2 families to blend, found decision-tree only');
});

test.each([
  ['another campaign', ['--offer-cost', '20'], 'campaigns-differ', 'differ: offerCost 10 and 20'],
  ['another seed', ['--seed', '7'], 'seeds-differ', 'to be trained with seed 7'],
])('a blend for %s than its members is refused', async (_what, options, code, message) => {
  const churn = await inCopy();
  const { exitCode, result } = await churn('train', '--family', 'blend', ...options);
  expect([exitCode, result.error?.code]).toEqual([2, code]);
  expect(result.error!.message).toContain(message);
});

test('a blend whose members were trained again since is refused until it is made again', async () => {
  const churn = await inCopy();
  // Another campaign makes other models for certain; other trials may settle on the same.
  const dearer = ['--offer-cost', '20'];
  for (const family of familiesOfRun) {
    await churn('train', ...searchOf(family), '--search', 'reuse', ...dearer);
  }
  const outdated = await churn('evaluate');
  expect([outdated.exitCode, outdated.result.error?.code]).toEqual([2, 'blend-outdated']);
  expect((await churn('train', '--family', 'blend', ...dearer)).exitCode).toBe(0);
  expect((await churn('evaluate')).exitCode).toBe(0);
});

test('a promoted blend has members fitted again, with the weights and calibrations that were measured', async () => {
  const evaluated = await run.stage('evaluate');
  expect(evaluated.metrics.winner).toBe('blend');
  const dataDirectory = await run.copy();
  const { result } = await runChurn('promote', '--run', 'r1', '--data-dir', dataDirectory, '--refit', 'all');
  expect(result.inputs.map(({ role }) => role).slice(3)).toEqual([
    'model',
    ...familiesOfRun.map((family) => `member-${family}`),
  ]);
  const layout = new ArtifactLayout(dataDirectory);
  const { document } = await loadRegisteredModel(layout, String(result.metrics.modelSha256));
  const measured = blendMembers(parseModelDocument(await textOf(blended, 'model'), 'the test').parameters);
  const again = blendMembers(document.parameters);
  const kept = ({ parameters: _, ...member }: (typeof again)[number]) => member;
  expect(again.map(kept)).toEqual(measured.map(kept));
  for (const [index, { parameters }] of again.entries()) {
    expect(parameters).not.toEqual(measured[index]!.parameters);
  }
});

test('a blend whose member was trained again since the evaluation is not promoted', async () => {
  await run.stage('evaluate');
  const churn = await inCopy();
  await churn('train', ...searchOf('logistic-regression'), '--search', 'reuse', '--offer-cost', '20');
  const { exitCode, result } = await churn('promote');
  expect([exitCode, result.error?.code]).toEqual([2, 'evaluation-outdated']);
  expect(result.error!.message).toContain('a blend with the logistic-regression model');
});
