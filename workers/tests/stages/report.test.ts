import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outputOf } from '@churn/shared/artifacts/find-stage-result';
import type { DecisionDocument } from '@churn/shared/gate/decision-document';
import { defaultGateSettings } from '@churn/shared/gate/gate-settings';
import { exampleInputs } from '../report/example-inputs.ts';
import { leaveEvaluatedRun } from './evaluated-run.ts';
import { runChurn } from './run-churn.ts';

let directory: string;
let left: Awaited<ReturnType<typeof leaveEvaluatedRun>>;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'report-'));
  left = await leaveEvaluatedRun(directory, 'r1', exampleInputs());
});

afterEach(() => rm(directory, { recursive: true }));

const report = (...options: string[]) =>
  runChurn('report', '--run', 'r1', '--data-dir', directory, ...options);

const decisionOf = (changes: Partial<DecisionDocument>): DecisionDocument => ({
  format: 'churn-decision',
  formatVersion: 1,
  promoted: true,
  modelSha256: 'a'.repeat(64),
  refit: null,
  refitChoice: 'auto',
  evaluationSha256: left.evaluation.sha256,
  championSha256: null,
  settings: { ...defaultGateSettings, acceptedLeakage: [] },
  decisions: [{ rule: 'enough-rows', passed: true, expected: '100 test rows', actual: '1200' }],
  ...changes,
});

test('a page and its Markdown are written, the page also to --out, and the result tells the verdict', async () => {
  const out = join(directory, 'out', 'report.html');
  const { exitCode, result } = await report('--out', out);
  expect(exitCode).toBe(0);
  expect(result.outputs.map(({ role, path }) => [role, path.replace(/[0-9a-f]{64}/, '*')])).toEqual([
    ['report', 'reports/*.html'],
    ['report-markdown', 'reports/*.md'],
    ['model-card', 'reports/*.md'],
  ]);
  expect(result.metrics).toMatchObject({ trusted: 'Yes', reserves: [], gate: 'not asked' });
  const page = await left.store.readText(outputOf(result, 'report'));
  expect(page.startsWith('<!DOCTYPE html>')).toBe(true);
  expect(await readFile(out, 'utf8')).toBe(page);
});

test('the model card is written on its own, also to --card, and names the contact', async () => {
  const card = join(directory, 'out', 'model-card.md');
  const { result } = await report('--card', card, '--contact', 'churn team, room 5');
  const text = await readFile(card, 'utf8');
  expect(text).toBe(await left.store.readText(outputOf(result, 'model-card')));
  expect(text).toMatch(/^# Model card: churn model aaaaaaaaaaaa\n/);
  expect(text).toContain('| Contact | churn team, room 5 |');
});

test('--lang chooses the language of page and Markdown; the result stays for programs to read', async () => {
  const { result } = await report('--lang', 'pt-BR');
  const page = await left.store.readText(outputOf(result, 'report'));
  expect(page).toContain('<html lang="pt-BR">');
  expect(await left.store.readText(outputOf(result, 'report-markdown'))).toContain(
    '# Relatório do modelo de churn\n',
  );
  expect(result.metrics.trusted).toBe('Yes');
  const { exitCode } = await report('--lang', 'fr');
  expect(exitCode).toBe(2);
});

test('the same run reported again gives the same bytes', async () => {
  const [first, second] = [await report(), await report('--force')];
  expect(second.result.outputs).toEqual(first.result.outputs);
});

test('a promotion is reported with the rules of its decision', async () => {
  const decision = await left.document('evaluations', 'decision', decisionOf({}));
  await left.record('promote', { inputs: [left.evaluation], outputs: [decision] });
  const { result } = await report();
  expect(result.metrics.gate).toBe('promoted');
  const markdown = await left.store.readText(outputOf(result, 'report-markdown'));
  expect(markdown).toContain('| enough-rows | yes | 100 test rows | 1200 |');
});

test('a refusal is reported with its reasons', async () => {
  const decision = await left.document('evaluations', 'decision', decisionOf({ promoted: false }));
  await left.record('promote', {
    status: 'refused',
    inputs: [left.evaluation],
    outputs: [decision],
    error: { code: 'gate-refused', message: 'refused', details: ['too-weak: expected more, got less'] },
  });
  const { result } = await report();
  expect(result.metrics.gate).toBe('refused');
  const markdown = await left.store.readText(outputOf(result, 'report-markdown'));
  expect(markdown).toContain('\n- too-weak: expected more, got less\n');
});

test('the promotion of an earlier evaluation is not taken for one of this', async () => {
  const earlier = { ...left.evaluation, sha256: '0'.repeat(64) };
  await left.record('promote', { inputs: [earlier], outputs: [] });
  expect((await report()).result.metrics.gate).toBe('not asked');
});

test('a run whose data were cleaned again after the evaluation is refused', async () => {
  const [customers, report2] = [await left.file('other'), await left.file('transactions')];
  const cleaning = await left.document('clean', 'cleaning-report', exampleInputs().cleaning);
  await left.record('clean', { outputs: [{ ...customers, role: 'customers' }, report2, cleaning] });
  const { exitCode, result } = await report();
  expect([exitCode, result.error?.code]).toEqual([2, 'run-out-of-step']);
  expect(result.error?.message).toContain('run churn featurize and what follows it again');
});

test('a damaged evaluation is refused and nothing is written', async () => {
  await writeFile(left.store.absolutePath(left.evaluation), '{}');
  const out = join(directory, 'report.html');
  const { exitCode, result } = await report('--out', out);
  expect([exitCode, result.error?.code]).toEqual([2, 'artifact-damaged']);
  await expect(readFile(out)).rejects.toThrow('ENOENT');
});

test('a run without an evaluation, an unknown run, and a folder as --out are refused', async () => {
  await rm(left.layout.stageDirectory('r1', 'evaluate'), { recursive: true });
  expect((await report()).result.error?.code).toBe('stage-not-run');
  expect((await report('--run', 'r9')).result.error?.code).toBe('unknown-run');
  await leaveEvaluatedRun(directory, 'r1', exampleInputs());
  expect((await report('--out', directory)).result.error?.code).toBe('bad-out');
});
