import { readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { testRows } from '@churn/shared/artifacts/feature-table';
import { outputOf } from '@churn/shared/artifacts/find-stage-result';
import { describeScores } from '@churn/shared/drift/describe-distributions';
import { selectRows } from '@churn/shared/features/select-rows';
import { parseDecisionDocument } from '@churn/shared/gate/decision-document';
import { logLoss } from '@churn/shared/metrics/log-loss';
import { sha256 } from '@churn/shared/platform/sha256';
import { readChampionPointer } from '@churn/shared/registry/champion-pointer';
import { loadEvaluatedModel } from '@churn/shared/registry/load-evaluated-model';
import { loadRegisteredModel } from '@churn/shared/registry/load-registered-model';
import { around, comparison } from '../../../shared/tests/artifacts/example-evaluation.ts';
import { featureTableOf, leaveEvaluation, leaveModel, modelOf, useTrainedRuns } from './promotable-run.ts';
import { runChurn } from './run-churn.ts';

const runs = useTrainedRuns((directory) => leaveEvaluation(directory, 'r1'));

const promote = (run: string, ...options: string[]) =>
  runChurn('promote', '--run', run, '--data-dir', runs.directory, ...options);
const championSha256 = async () => (await readChampionPointer(runs.layout))!.modelSha256;

test('the champion has the settings that were measured, and has learned from the test rows, too', async () => {
  const evaluated = await modelOf(runs.directory, 'r1');
  const { result } = await promote('r1');
  const registered = await loadRegisteredModel(runs.layout, await championSha256());
  expect(result.metrics).toMatchObject({
    modelSha256: registered.sha256,
    evaluatedModelSha256: evaluated.sha256,
  });
  const measured = JSON.parse(await readFile(runs.layout.absolute(evaluated.path), 'utf8'));
  const { parameters, training, ...document } = registered.document;
  expect(document).toEqual(Object.fromEntries(Object.entries(measured).filter(([key]) => key in document)));
  expect(parameters).not.toEqual(measured.parameters);
  const table = await featureTableOf(runs.directory, 'r1');
  expect(training).toEqual({
    ...measured.training,
    rows: table.splits.filter((split) => split !== null).length,
    churned: table.labels.filter((label, row) => label === 1 && table.splits[row] !== null).length,
    evaluatedModelSha256: evaluated.sha256,
  });
  expect(training.rows).toBeGreaterThan(measured.training.rows);
});

test('the decision tells of the refit, and how both models do on the test rows', async () => {
  const { result } = await promote('r1');
  const { path } = outputOf(result, 'decision');
  const { modelSha256, refit } = parseDecisionDocument(
    await readFile(runs.layout.absolute(path), 'utf8'),
    path,
  );
  expect(modelSha256).toBe((await modelOf(runs.directory, 'r1')).sha256);
  const table = await featureTableOf(runs.directory, 'r1');
  const test = selectRows({ matrix: table.matrix, labels: table.labels }, testRows(table));
  const served = await loadRegisteredModel(runs.layout, await championSha256());
  const evaluated = await loadEvaluatedModel(runs.layout, served);
  expect(refit).toEqual({
    modelSha256: served.sha256,
    rows: served.document.training.rows,
    churned: served.document.training.churned,
    testLogLoss: logLoss(test.labels, served.model.predictProbability(test.matrix)),
    evaluatedTestLogLoss: logLoss(test.labels, evaluated.model.predictProbability(test.matrix)),
  });
  expect(refit!.testLogLoss).toBeLessThan(refit!.evaluatedTestLogLoss);
});

test('the registry keeps the evaluated model, byte for byte', async () => {
  await promote('r1');
  const model = await modelOf(runs.directory, 'r1');
  const kept = await readFile(
    join(runs.layout.registeredModel(await championSha256()), 'evaluated-model.json'),
  );
  expect(kept.equals(await readFile(runs.layout.absolute(model.path)))).toBe(true);
});

test('the same promotion anywhere gives the same bytes', async () => {
  const other = await runs.copy();
  await leaveEvaluation(other, 'r1');
  const { result } = await runChurn('promote', '--run', 'r1', '--data-dir', other, '--threads', '2');
  await promote('r1', '--threads', '1');
  expect(result.metrics.modelSha256).toBe(await championSha256());
});

test('the reference for drift has the scores of the model in service', async () => {
  await promote('r1');
  const { model, reference } = await loadRegisteredModel(runs.layout, await championSha256());
  const table = await featureTableOf(runs.directory, 'r1');
  const test = selectRows({ matrix: table.matrix, labels: table.labels }, testRows(table));
  expect(reference.scores).toEqual(describeScores(model.predictProbability(test.matrix)));
});

test('the same model is promoted once, and once more to be fitted again or no longer', async () => {
  const model = await modelOf(runs.directory, 'r1');
  const again = async (...options: string[]) => {
    const meets = comparison(around(0, 0), { modelSha256: await championSha256(), isWinner: true });
    await leaveEvaluation(runs.directory, 'r1', { champion: meets });
    const { exitCode, result } = await promote('r1', ...options);
    expect(exitCode).toBe(0);
    return result.metrics;
  };
  await promote('r1');
  const refitted = await championSha256();
  for (const options of [[], ['--refit', 'auto'], ['--refit', 'all']]) {
    expect(await again(...options)).toMatchObject({ alreadyChampion: true, modelSha256: refitted });
  }
  expect(await again('--refit', 'none')).toMatchObject({ alreadyChampion: false, modelSha256: model.sha256 });
  expect(await again('--refit', 'none')).toMatchObject({ alreadyChampion: true, modelSha256: model.sha256 });
  expect(await again('--refit', 'all')).toMatchObject({ alreadyChampion: false, modelSha256: refitted });
  expect((await readChampionPointer(runs.layout))!.revision).toBe(3);
});

test('a model that the refit makes worse is refused, and nothing is registered', async () => {
  const { path } = await modelOf(runs.directory, 'r1');
  const document = JSON.parse(await readFile(runs.layout.absolute(path), 'utf8'));
  // The bytes are of the settings that were measured, the settings of others: one round of steps thirty times too long.
  const hyperparameters = { ...document.hyperparameters, rounds: 1, eta: 30, lambda: 0 };
  await leaveModel(runs.directory, 'r1', { ...document, hyperparameters });
  await leaveEvaluation(runs.directory, 'r1');
  const { exitCode, result } = await promote('r1');
  expect(exitCode).toBe(3);
  expect(result.error!.details).toEqual([
    expect.stringMatching(/^refit-agrees: expected a log loss on the test rows at most 0\.005 above/),
  ]);
  expect(await readChampionPointer(runs.layout)).toBeUndefined();
  expect((await promote('r1', '--refit', 'none')).exitCode).toBe(0);
});

test.each<[string, (folder: string) => Promise<void>]>([
  ['is gone', (folder) => rm(join(folder, 'evaluated-model.json'))],
  ['is cut', (folder) => truncate(join(folder, 'evaluated-model.json'), 100)],
  [
    'is another sound model, in the manifest, too',
    async (folder) => {
      const text = await readFile(runs.layout.absolute((await modelOf(runs.directory, 'r2')).path), 'utf8');
      await writeFile(join(folder, 'evaluated-model.json'), text);
      const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
      const described = {
        name: 'evaluated-model.json',
        sha256: sha256(text),
        bytes: Buffer.byteLength(text),
      };
      const files = [...manifest.files.slice(0, -1), described];
      await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, files }));
    },
  ],
])('a champion whose evaluated model %s is damaged', async (_what, damage) => {
  await promote('r1');
  await damage(runs.layout.registeredModel(await championSha256()));
  await expect(loadRegisteredModel(runs.layout, await championSha256())).rejects.toMatchObject({
    code: 'model-damaged',
  });
});

test('--refit takes auto, all or none', async () => {
  const { exitCode, result } = await promote('r1', '--refit', 'some');
  expect([exitCode, result.error!.code]).toEqual([2, 'bad-usage']);
});
