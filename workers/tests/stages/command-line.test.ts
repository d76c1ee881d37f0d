import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { Writable } from 'node:stream';
import type { StageResult } from '@churn/shared/schema/stage-result';
import { runCli } from '../../src/run-cli.ts';
import { type Delivery, delivery } from './delivery.ts';
import { runChurn } from './run-churn.ts';

let given: Delivery;
let folder: string;

beforeEach(async () => {
  given = await delivery();
  folder = given.dataDirectory;
});

afterEach(() => given[Symbol.asyncDispose]());

/** As `runChurn`, in an environment; keeps what was logged. */
async function churnWith(environment: Record<string, string>, ...argv: string[]) {
  const { exitCode, printed, logged } = await churnPrinting(pipes, environment, ...argv);
  return { exitCode, result: JSON.parse(printed) as StageResult, logged };
}

/** Which of the streams are terminals. */
const terminal = { stdout: true, stderr: true };
const pipes = { stdout: false, stderr: false };

/** Runs one command line with streams that are terminals or none. */
async function churnPrinting(isTTY: typeof terminal, environment: Record<string, string>, ...argv: string[]) {
  const printed: string[] = [];
  const logged: string[] = [];
  const sink = (into: string[]) =>
    new Writable({
      write(chunk, _encoding, done) {
        into.push(String(chunk));
        done();
      },
    });
  Object.assign(process.env, environment);
  const exitCode = await runCli(argv, {
    stdout: Object.assign(sink(printed), { isTTY: isTTY.stdout }),
    stderr: Object.assign(sink(logged), { isTTY: isTTY.stderr }),
    environment,
    owner: 'test:1',
    signal: new AbortController().signal,
    peakRssBytes: () => 0,
  }).finally(() => {
    for (const key of Object.keys(environment)) Reflect.deleteProperty(process.env, key);
  });
  return { exitCode, printed: printed.join(''), logged: logged.join('') };
}

const ingest = () => [
  'ingest',
  '--run',
  'r1',
  '--data-dir',
  folder,
  '--customers',
  given.path('customers.csv'),
  '--transactions',
  given.path('transactions.csv'),
];

async function ingested(): Promise<void> {
  await runChurn('generate', '--data-dir', given.path('other'), '--out', given.path(''), '--customers', '20');
  expect((await runChurn(...ingest())).exitCode).toBe(0);
}

test.each([
  ['promote', '--roc-auc-floor'],
  ['promote', '--refresh-margin'],
  ['clean', '--quarantine-budget'],
  ['generate', '--dirty'],
])('%s refuses an empty %s instead of taking it for 0', async (stage, option) => {
  const { exitCode, result } = await runChurn(stage, '--run', 'r1', '--data-dir', folder, option, '');
  expect(exitCode).toBe(2);
  expect(result.error?.message).toContain(`${option}: expected a number, got ""`);
});

test.each([
  ['featurize', '--horizon', '0', 'expected a whole number of at least 1'],
  ['featurize', '--horizon', '5000', 'expected a whole number of at most 3650'],
  ['featurize', '--horizon', '1.5', 'expected a whole number'],
  ['featurize', '--snapshots', 'many', 'expected auto or a whole number from 1 to 60'],
  ['featurize', '--gap', '', 'expected a whole number'],
  ['generate', '--seed', '', 'expected a whole number'],
  ['generate', '--seed', '1e16', 'expected a whole number of at most 9007199254740991'],
  ['promote', '--roc-auc-floor', '1.5', 'expected a number of at most 1'],
  ['promote', '--latency-budget', '0', 'expected a number above 0'],
  ['report', '--out', '', 'expected some text'],
])('%s %s %s is refused with what was expected and what came', async (stage, option, value, expected) => {
  const { exitCode, result } = await runChurn(stage, '--run', 'r1', '--data-dir', folder, option, value);
  expect([exitCode, result.error?.code]).toEqual([2, 'bad-option']);
  expect(result.error?.message).toBe(`${option}: ${expected}, got "${value}"`);
});

test('of a value that is long only the beginning comes back', async () => {
  const digits = '9'.repeat(3000);
  const { result } = await runChurn('featurize', '--run', 'r1', '--data-dir', folder, '--horizon', digits);
  expect(result.error?.message).toBe(`--horizon: expected a whole number, got "${'9'.repeat(59)}…`);
});

test('a field of a campaign is refused with what was expected and what came', async () => {
  await writeFile(given.path('campaign.json'), '{"customerValue": 0, "rule": "all", "value": 1}');
  const campaign = ['--campaign', given.path('campaign.json')];
  const options = ['--run', 'r1', '--data-dir', folder, '--family', 'blend', ...campaign];
  const { result } = await runChurn('train', ...options);
  expect(result.error?.details).toEqual([
    'customerValue: expected a number of at least 0.000001, got 0',
    'rule: expected "expected-profit" or "expected-maximum-profit" or "budget", got "all"',
    'the file: expected no field "value"',
  ]);
});

test.each([
  ['an unknown option', ['clean', '--bogus'], "unknown option '--bogus'"],
  [
    'a choice that is none',
    ['train', '--family', 'oak'],
    "option '--family <name>' argument 'oak' is invalid",
  ],
  ['a missing word', ['models'], "missing required argument 'action'"],
])('%s ends with the result line of a failed stage', async (_what, argv, message) => {
  const { exitCode, result } = await runChurn(...argv);
  expect([exitCode, result.stage, result.status, result.error?.code]).toEqual([
    2,
    argv[0],
    'failed',
    'bad-usage',
  ]);
  expect(result.error?.message).toContain(message);
});

test.each(['constructor', 'toString'])('--delimiter %s is no delimiter', async (name) => {
  const { exitCode, result } = await runChurn(...ingest(), '--delimiter', name);
  expect([exitCode, result.error?.code]).toEqual([2, 'bad-option']);
});

test.each([
  ['0', 'cached'],
  ['false', 'cached'],
  ['1', 'done'],
])('CHURN_FORCE=%s leaves a repeated stage %s', async (value, status) => {
  await ingested();
  expect((await churnWith({ CHURN_FORCE: value }, ...ingest())).result.status).toBe(status);
});

test('CHURN_FORCE=perhaps is refused', async () => {
  const { exitCode, result } = await churnWith({ CHURN_FORCE: 'perhaps' }, ...ingest());
  expect(exitCode).toBe(2);
  expect(result.error?.message).toContain('--force: expected true, false, 1 or 0, got "perhaps"');
});

test('a data directory below a file is bad input without a stack', async () => {
  await ingested();
  folder = given.path('customers.csv/data');
  const { exitCode, result, logged } = await churnWith({}, ...ingest());
  expect([exitCode, result.error?.code]).toEqual([2, 'bad-path']);
  expect(result.error?.message).toContain('a part of the path is a file (ENOTDIR)');
  expect(logged).not.toContain('"stack"');
});

test('a result file that cannot be written is refused before the work', async () => {
  await ingested();
  await rm(folder, { recursive: true });
  const { exitCode, result } = await churnWith({ CHURN_RESULT_FILE: given.path('') }, ...ingest());
  expect([exitCode, result.error?.code]).toEqual([2, 'bad-out']);
  await expect(readdir(folder)).rejects.toThrow('ENOENT');
});

test('the file behind a link is written, not the link replaced', async () => {
  await ingested();
  await writeFile(given.path('behind'), '');
  await symlink(given.path('behind'), given.path('link'));
  await churnWith({ CHURN_RESULT_FILE: given.path('link') }, ...ingest());
  expect(JSON.parse(await readFile(given.path('behind'), 'utf8'))).toMatchObject({ stage: 'ingest' });
});

test('a damaged record of an earlier stage is bad input', async () => {
  await ingested();
  for (const text of ['', 'null', '{"stage":"ingest"}', '{"stage":']) {
    await writeFile(`${folder}/runs/r1/ingest/result.json`, text);
    const { exitCode, result } = await runChurn('clean', '--run', 'r1', '--data-dir', folder);
    expect([text, exitCode]).toEqual([text, 2]);
    expect(result.error?.code).toMatch(/^stage-result-(unreadable|invalid)$/);
  }
});

test('a damaged cache entry is computed again', async () => {
  await ingested();
  const cache = `${folder}/cache/ingest`;
  const [name] = await readdir(cache);
  for (const text of ['', 'null', '{}', '{"outputs":[{}]}']) {
    await writeFile(`${cache}/${name}`, text);
    expect((await runChurn(...ingest())).result.status).toBe('done');
    expect((await runChurn(...ingest())).result.status).toBe('cached');
  }
});

test('a folder in the place of an artifact is bad input', async () => {
  await ingested();
  for (const name of await readdir(`${folder}/raw`)) {
    await rm(`${folder}/raw/${name}`);
    await mkdir(`${folder}/raw/${name}`);
  }
  const { exitCode, result } = await runChurn('clean', '--run', 'r1', '--data-dir', folder);
  expect([exitCode, result.error?.code]).toEqual([2, 'artifact-missing']);
});

test('a terminal gets a summary; with --json, CHURN_JSON or no terminal it is the line of JSON', async () => {
  await ingested();
  const atTerminal = await churnPrinting(terminal, {}, ...ingest());
  expect(atTerminal.exitCode).toBe(0);
  expect(atTerminal.printed).toMatch(/^ingest cached, run r1, \d+\.\d s\n {2}customers\n {4}rows +\d+\n/);
  expect(atTerminal.printed).toContain(`  dialect       ${folder}/raw/`);
  for (const printed of [
    (await churnPrinting(terminal, {}, ...ingest(), '--json')).printed,
    (await churnPrinting(terminal, { CHURN_JSON: '1' }, ...ingest())).printed,
    (await churnPrinting(pipes, {}, ...ingest())).printed,
  ]) {
    expect(JSON.parse(printed)).toMatchObject({ stage: 'ingest', status: 'cached' });
    expect(printed.trimEnd()).not.toContain('\n');
  }
});

test('a wrong option is told to a person on stderr only', async () => {
  const { exitCode, printed, logged } = await churnPrinting(terminal, {}, 'clean', '--bogus');
  expect([exitCode, printed]).toEqual([2, '']);
  expect(logged).toContain("unknown option '--bogus'");
});

test('a wrong option at a terminal is a line of JSON, too, with --json or CHURN_JSON', async () => {
  for (const { exitCode, printed } of [
    await churnPrinting(terminal, {}, 'clean', '--bogus', '--json'),
    await churnPrinting(terminal, { CHURN_JSON: '1' }, 'clean', '--bogus'),
  ]) {
    expect(exitCode).toBe(2);
    expect(JSON.parse(printed)).toMatchObject({ stage: 'clean', error: { code: 'bad-usage' } });
  }
  expect((await churnPrinting(terminal, { CHURN_JSON: '0' }, 'clean', '--bogus')).printed).toBe('');
});

test('why a stage failed is told once at a terminal: on stderr, or in the summary where stderr is a file', async () => {
  const argv = ['clean', '--run', 'r1', '--data-dir', folder];
  const reason = 'found none: start it with churn ingest';
  const atTerminal = await churnPrinting(terminal, {}, ...argv);
  expect(atTerminal.printed).toMatch(/^clean failed, run r1, \d+\.\d s\n$/);
  expect(atTerminal.logged).toContain(reason);
  expect((await churnPrinting({ ...terminal, stderr: false }, {}, ...argv)).printed).toContain(reason);
  expect((await churnPrinting(pipes, {}, ...argv)).printed).toContain(reason);
});

test('every reason of a failure is a line of its own at a terminal', async () => {
  await ingested();
  await writeFile(given.path('rules.json'), '{"rules": [{"id": 1}]}');
  const argv = ['clean', '--run', 'r1', '--data-dir', folder, '--rules', given.path('rules.json')];
  const { logged } = await churnPrinting(terminal, {}, ...argv);
  const { error } = (await runChurn(...argv)).result;
  expect(error!.details.length).toBeGreaterThan(1);
  expect(logged.trimEnd().split('\n').slice(1)).toEqual(error!.details.map((reason) => `    ${reason}`));
});
