import { appendFile, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readChampionPointer } from '@churn/shared/registry/champion-pointer';
import { readJournal } from '@churn/shared/registry/journal';
import { promoteTwice, useTrainedRuns } from './promotable-run.ts';
import { runChurn } from './run-churn.ts';

let first: string;
let second: string;

/** Two promotions: `second` is the champion, `first` was before. */
const runs = useTrainedRuns(async (directory) => {
  ({ first, second } = await promoteTwice(directory));
});

const rollback = (...options: string[]) => runChurn('rollback', '--data-dir', runs.directory, ...options);

test('the champion before comes back as a new revision, with its own run and the reason', async () => {
  const { exitCode, result } = await rollback('--reason', 'complaints', '--by', 'Ada');
  expect([exitCode, result.status]).toEqual([0, 'done']);
  expect(result.metrics).toEqual({
    modelSha256: first,
    previousModelSha256: second,
    revision: 3,
    trainedByRun: 'r1',
    alreadyChampion: false,
  });
  expect(await readChampionPointer(runs.layout)).toMatchObject({
    revision: 3,
    modelSha256: first,
    run: 'r1',
  });
  expect((await readJournal(runs.layout)).at(-1)).toMatchObject({
    revision: 3,
    action: 'rollback',
    by: 'Ada',
    from: second,
    to: first,
    reason: 'complaints',
  });
});

test('a second rollback does not go forth again', async () => {
  await rollback('--reason', 'complaints');
  const { exitCode, result } = await rollback('--reason', 'more complaints');
  expect([exitCode, result.error!.code]).toEqual([2, 'no-previous-champion']);
  expect((await readChampionPointer(runs.layout))!.modelSha256).toBe(first);
});

test('a named model comes back; one that is the champion stays as it is', async () => {
  await rollback('--reason', 'complaints');
  expect((await rollback('--to', second, '--reason', 'it was the data')).result.metrics.revision).toBe(4);
  const { exitCode, result } = await rollback('--to', second, '--reason', 'once more');
  expect([exitCode, result.metrics.alreadyChampion, result.metrics.revision]).toEqual([0, true, 4]);
  expect(await readJournal(runs.layout)).toHaveLength(4);
});

test('a damaged model does not come back', async () => {
  await appendFile(join(runs.layout.registeredModel(first), 'golden.json'), ' ');
  const before = await readFile(runs.layout.championPointer, 'utf8');
  const { exitCode, result } = await rollback('--reason', 'complaints');
  expect([exitCode, result.error!.code]).toEqual([2, 'model-damaged']);
  expect(await readFile(runs.layout.championPointer, 'utf8')).toBe(before);
});

test('a lost pointer is put back by naming the model', async () => {
  await rm(runs.layout.championPointer);
  expect((await rollback('--reason', 'lost')).result.error!.code).toBe('no-previous-champion');
  expect((await rollback('--to', second, '--reason', 'lost')).exitCode).toBe(0);
  expect(await readChampionPointer(runs.layout)).toMatchObject({ revision: 3, modelSha256: second });
});

test.each([
  ['model-not-registered', ['--to', 'f'.repeat(64), '--reason', 'x']],
  ['bad-option', ['--to', '../../etc', '--reason', 'x']],
  ['bad-option', ['--reason', ' ']],
  ['bad-option', []],
])('%s: %p', async (code, options) => {
  const { exitCode, result } = await rollback(...options);
  expect([exitCode, result.error!.code]).toEqual([2, code]);
});

test('where there is no registry, rollback is refused and leaves nothing', async () => {
  const empty = join(runs.directory, 'empty');
  const { exitCode, result } = await runChurn('rollback', '--data-dir', empty, '--reason', 'x');
  expect([exitCode, result.error!.code]).toEqual([2, 'no-previous-champion']);
  expect(await readdir(empty)).toEqual([]);
});
