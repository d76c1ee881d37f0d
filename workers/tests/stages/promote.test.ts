import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findStageResult, outputOf } from '@churn/shared/artifacts/find-stage-result';
import { readJournal } from '@churn/shared/registry/journal';
import { loadRegisteredModel } from '@churn/shared/registry/load-registered-model';
import type { JsonValue } from '@churn/shared/schema/json-value';
import { around, comparison } from '../../../shared/tests/artifacts/example-evaluation.ts';
import { featureTableOf, leaveModel, modelOf, useTrainedRuns } from './promotable-run.ts';
import { promotionSteps } from './promotion-steps.ts';

const runs = useTrainedRuns();

const { evaluate, champion, modelSha256Of, promote, leaveChallenger } = promotionSteps(runs);

test('without a refit the winner becomes the champion with the bytes that were evaluated', async () => {
  const evaluation = await evaluate('r1');
  const model = await modelOf(runs.directory, 'r1');
  const { exitCode, result } = await promote(
    'r1',
    '--refit',
    'none',
    '--by',
    'Ada',
    '--reason',
    'first model',
  );
  expect([exitCode, result.status]).toEqual([0, 'done']);
  expect(result.metrics).toMatchObject({
    modelSha256: model.sha256,
    evaluatedModelSha256: model.sha256,
    family: 'gradient-boosting',
    rocAuc: 0.72,
    gate: 'improvement',
    alreadyChampion: false,
    revision: 1,
    previousModelSha256: null,
  });
  expect(result.inputs.map(({ role }) => role)).toEqual(['evaluation', 'features', 'dataset', 'model']);
  expect(await champion()).toMatchObject({
    revision: 1,
    modelSha256: model.sha256,
    run: 'r1',
    promotedBy: 'Ada',
    reason: 'first model',
    evaluationSha256: evaluation.sha256,
  });
  const registered = await readFile(join(runs.layout.registeredModel(model.sha256), 'model.json'));
  expect(registered.equals(await readFile(runs.layout.absolute(model.path)))).toBe(true);
  expect(await findStageResult(runs.layout, 'r1', 'promote')).toEqual(result);
});

test('the reference holds the customers of the latest as-of date and the scores of the test rows', async () => {
  await evaluate('r1');
  await promote('r1');
  const table = await featureTableOf(runs.directory, 'r1');
  const { reference, golden } = await loadRegisteredModel(runs.layout, (await champion())!.modelSha256);
  const latest = Math.max(...table.asOfDays);
  expect(reference.features.rows).toBe(table.asOfDays.filter((day) => day === latest).length);
  const scored = reference.scores.counts.reduce((sum, count) => sum + count, 0);
  expect(scored).toBe(table.splits.filter((split) => split === 'test').length);
  expect(golden.probabilities).toHaveLength(20);
});

test('the decision is kept as an artifact that says how every rule has decided', async () => {
  const evaluation = await evaluate('r1');
  const { result } = await promote('r1');
  const decision = JSON.parse(
    await readFile(runs.layout.absolute(outputOf(result, 'decision').path), 'utf8'),
  );
  expect(decision).toMatchObject({
    promoted: true,
    modelSha256: await modelSha256Of('r1'),
    evaluationSha256: evaluation.sha256,
    championSha256: null,
    settings: { mode: 'improvement', rocAucFloor: 0.55 },
  });
  const told = result.metrics.decisions as { measured?: string }[];
  expect(decision.decisions).toEqual(told.map(({ measured: _, ...rule }) => rule));
  expect(told.filter(({ measured }) => measured !== undefined)).toHaveLength(1);
  expect(decision.decisions.every(({ passed }: { passed: boolean }) => passed)).toBe(true);
});

test('promoting again changes nothing', async () => {
  await evaluate('r1');
  await promote('r1');
  const before = await readFile(runs.layout.championPointer, 'utf8');
  const { exitCode, result } = await promote('r1', '--reason', 'again');
  expect(exitCode).toBe(0);
  expect(result.metrics).toMatchObject({ alreadyChampion: true, revision: 1 });
  expect(await readFile(runs.layout.championPointer, 'utf8')).toBe(before);
  expect(await readJournal(runs.layout)).toHaveLength(1);
});

test('a promotion that was cut before its journal entry is completed by the next try', async () => {
  await evaluate('r1');
  await promote('r1');
  const journal = await readFile(runs.layout.registryJournal, 'utf8');
  await rm(runs.layout.registryJournal);
  expect((await promote('r1')).result.metrics.alreadyChampion).toBe(true);
  expect(await readFile(runs.layout.registryJournal, 'utf8')).toBe(journal);
});

test('a refusal exits 3 with every reason, is recorded, and touches no registry', async () => {
  const measures = { rocAuc: around(0.54, 0.01), calibrationError: around(0.2, 0.01) };
  await evaluate('r1', { measures });
  const { exitCode, result } = await promote('r1');
  expect([exitCode, result.status]).toEqual([3, 'refused']);
  expect(result.error).toMatchObject({
    code: 'gate-refused',
    details: [
      'roc-auc-floor: expected ROC AUC of at least 0.55, got 0.5400',
      'calibration-error: expected a calibration error of at most 0.1, got 0.2000',
    ],
  });
  expect(await champion()).toBeUndefined();
  expect(await readdir(runs.layout.registeredModels).catch(() => [])).toEqual([]);
  expect(await findStageResult(runs.layout, 'r1', 'promote')).toEqual(result);
  const options = ['--roc-auc-floor', '0.5', '--calibration-error-ceiling', '0.25'];
  expect((await promote('r1', ...options)).exitCode).toBe(0);
});

test('a challenger surely better than the champion takes its place', async () => {
  await evaluate('r1');
  await promote('r1');
  const first = (await champion())!.modelSha256;
  await leaveChallenger(around(0.03, 0.01));
  const { result } = await promote('r2');
  const second = (await champion())!.modelSha256;
  expect(result.metrics).toMatchObject({
    modelSha256: second,
    evaluatedModelSha256: await modelSha256Of('r2'),
    previousModelSha256: first,
    revision: 2,
  });
  expect(await readJournal(runs.layout)).toMatchObject([
    { revision: 1, from: null, to: first, run: 'r1' },
    { revision: 2, from: first, to: second, run: 'r2' },
  ]);
});

test('an equal challenger is refused as an improvement and taken as a refresh', async () => {
  await evaluate('r1');
  await promote('r1');
  await leaveChallenger(around(0, 0.005));
  const { exitCode, result } = await promote('r2');
  expect(exitCode).toBe(3);
  expect(result.error!.details[0]).toMatch(/^against-champion: expected .* above 0/);
  expect((await promote('r2', '--gate', 'refresh', '--reason', '')).exitCode).toBe(0);
  expect(await champion()).toMatchObject({ revision: 2, reason: expect.stringContaining('refresh') });
});

test('an evaluation older than the champion is refused', async () => {
  await evaluate('r1');
  await evaluate('r2');
  await promote('r1');
  const { exitCode, result } = await promote('r2');
  expect(exitCode).toBe(3);
  expect(result.error!.details[0]).toMatch(/^compared-with-champion: .*run churn evaluate again/);
});

test('a champion that could not be compared is replaced only on demand, with a warning', async () => {
  await evaluate('r1');
  await promote('r1');
  const incomparable = 'it answers another question';
  const { modelSha256 } = (await champion())!;
  await evaluate('r2', { champion: comparison(null, { modelSha256, incomparable }) });
  expect((await promote('r2')).exitCode).toBe(3);
  const { exitCode, result } = await promote('r2', '--replace-incomparable');
  expect(exitCode).toBe(0);
  expect(result.warnings).toEqual([`Replacing a champion that could not be compared: ${incomparable}.`]);
});

test('a known finding of a leakage check is accepted by its name, with a warning', async () => {
  const leakage = [{ check: 'single feature', passed: false, finding: 'tenure_days tells all', facts: {} }];
  await evaluate('r1', { leakage });
  expect((await promote('r1')).exitCode).toBe(3);
  const { exitCode, result } = await promote('r1', '--accept-leakage', 'shuffled labels, single feature');
  expect(exitCode).toBe(0);
  expect(result.warnings).toEqual([
    'Accepted finding of the leakage check "single feature": tenure_days tells all.',
  ]);
});

test('a leakage check that there is none of is no check to accept', async () => {
  const { exitCode, result } = await promote('r1', '--accept-leakage', 'single feature,nonsense,more');
  expect(exitCode).toBe(2);
  expect(result.error!.message).toBe(
    '--accept-leakage: expected names of leakage checks (single feature, shuffled labels, train and test) with commas between, ' +
      'got "single feature,nonsense,more"',
  );
});

test.each<[string, JsonValue]>([
  ['no parameters', {}],
  ['the parameters of no tree', { encoder: { columns: [], names: [] }, ensemble: null }],
])('a model with %s is refused, because no loader takes it', async (_what, parameters) => {
  const document = JSON.parse(
    await readFile(runs.layout.absolute((await modelOf(runs.directory, 'r1')).path), 'utf8'),
  );
  await leaveModel(runs.directory, 'r1', { ...document, parameters });
  await evaluate('r1');
  const { exitCode, result } = await promote('r1');
  expect(exitCode).toBe(3);
  expect(result.error!.details.map((reason) => reason.split(':')[0])).toEqual([
    'loads-for-serving',
    'repeats-golden-rows',
    'repeats-evaluation',
    'refit-agrees',
    'latency',
  ]);
});

test('a model over the latency budget is refused', async () => {
  await evaluate('r1');
  const { exitCode, result } = await promote('r1', '--latency-budget', '1e-9');
  expect(exitCode).toBe(3);
  expect(result.error!.details).toEqual([
    expect.stringMatching(
      /^latency: expected one customer scored within 1e-9 ms \(median\), got a slower model \(.* ms, slowest hundredth .* ms\)$/,
    ),
  ]);
});
