import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { modelOf, promoteTwice, useTrainedRuns } from './promotable-run.ts';
import { runChurn } from './run-churn.ts';

let first: string;
let second: string;

/** Two promotions: `second` is the champion, `first` was before. */
const runs = useTrainedRuns(async (directory) => {
  ({ first, second } = await promoteTwice(directory));
});

const models = (...words: string[]) => runChurn('models', ...words, '--data-dir', runs.directory);

test('list names every model and the champion, and leaves no record', async () => {
  const evaluated = new Map([
    [first, (await modelOf(runs.directory, 'r1')).sha256],
    [second, (await modelOf(runs.directory, 'r2')).sha256],
  ]);
  const { exitCode, result } = await models('list');
  expect(exitCode).toBe(0);
  expect(result.metrics).toMatchObject({ championSha256: second, revision: 2 });
  expect(result.metrics.models).toEqual(
    [first, second].sort().map((sha256) => ({
      sha256,
      champion: sha256 === second,
      family: 'gradient-boosting',
      evaluatedModelSha256: evaluated.get(sha256),
      rocAuc: 0.72,
      logLoss: 0.45,
      asOf: '2023-11-02',
      run: sha256 === first ? 'r1' : 'r2',
    })),
  );
  expect(await readdir(join(runs.directory, 'runs'))).toEqual(['r1', 'r2', 'r3']);
});

test('list says which model is damaged, and goes on', async () => {
  await appendFile(join(runs.layout.registeredModel(first), 'metrics.json'), ' ');
  const { exitCode, result } = await models('list');
  expect(exitCode).toBe(0);
  expect(result.metrics.models).toContainEqual({
    sha256: first,
    champion: false,
    failure: expect.stringContaining('metrics.json'),
  });
});

test('show describes the champion, or the model named, with its history and without its parameters', async () => {
  expect((await models('show')).result.metrics).toMatchObject({ sha256: second, champion: true });
  const { metrics } = (await models('show', first)).result;
  expect(metrics).toMatchObject({
    sha256: first,
    champion: false,
    family: 'gradient-boosting',
    metrics: { run: 'r1', measures: { rocAuc: { value: 0.72 } } },
    history: [
      { revision: 1, from: null, to: first },
      { revision: 2, from: first, to: second },
    ],
  });
  expect(metrics).not.toHaveProperty('parameters');
});

test('verify finds a whole registry whole', async () => {
  expect((await models('verify')).result.metrics).toEqual({ models: 2, changes: 2, revision: 2 });
  expect((await models('verify', first)).exitCode).toBe(0);
});

test('verify tells all problems at once', async () => {
  await appendFile(join(runs.layout.registeredModel(first), 'metrics.json'), ' ');
  const [, line] = (await readFile(runs.layout.registryJournal, 'utf8')).split('\n');
  await writeFile(runs.layout.registryJournal, `${line}\n`);
  const { exitCode, result } = await models('verify');
  expect([exitCode, result.error!.code]).toEqual([2, 'registry-damaged']);
  expect(result.error!.details).toEqual([
    expect.stringContaining('metrics.json'),
    'expected change 1 of the journal to make revision 1, it made 2',
    `expected change 1 of the journal to start from no champion, it started from ${first}`,
  ]);
});

test('verify notices a champion that is not there', async () => {
  await rm(runs.layout.registeredModel(second), { recursive: true });
  const { result } = await models('verify');
  expect(result.error!.details).toEqual([expect.stringContaining(`the champion ${second}`)]);
});

test.each([
  ['bad-option', /^<sha256>: expected a SHA-256/, ['show', 'abc']],
  ['bad-option', /^<sha256>: expected none to list/, ['list', 'f'.repeat(64)]],
  ['model-not-registered', /^expected a registered model/, ['verify', 'f'.repeat(64)]],
])('%s, %p: models %j', async (code, message, words) => {
  const { exitCode, result } = await models(...words);
  expect([exitCode, result.error!.code]).toEqual([2, code]);
  expect(result.error!.message).toMatch(message);
});
