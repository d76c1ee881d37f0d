import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChurn } from './run-churn.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'doctor-'));
});

afterEach(() => rm(directory, { recursive: true }));

const doctor = (dataDirectory: string, ...options: string[]) =>
  runChurn('doctor', '--data-dir', dataDirectory, ...options);

test('a machine that can run stages passes every check and says what was found', async () => {
  const { exitCode, result } = await doctor(join(directory, 'new', 'data'));
  expect(exitCode).toBe(0);
  expect(result.run).toBe('doctor');
  const checks = result.metrics.checks as { check: string; passed: boolean; finding: string }[];
  expect(checks.map(({ check, passed }) => [check, passed])).toEqual(
    ['node', 'libxgboost', 'duckdb', 'data-directory', 'disk-space', 'threads', 'memory', 'champion'].map(
      (check) => [check, true],
    ),
  );
  const findings = new Map(checks.map(({ check, finding }) => [check, finding]));
  expect(findings.get('node')).toMatch(/^Node\.js\/\d+$/);
  expect(findings.get('libxgboost')).toMatch(/^version 3\.2\.\d+$/);
  expect(findings.get('champion')).toBe('no model has been promoted yet');
});

test('it leaves no probe behind', async () => {
  await doctor(directory);
  expect(await readdir(join(directory, 'tmp'))).toEqual([]);
});

test('a data directory that cannot be one is named in one sentence, and the other checks are told, too', async () => {
  const file = join(directory, 'file');
  await writeFile(file, '');
  const { exitCode, result } = await doctor(file);
  expect(exitCode).toBe(2);
  expect(result.error?.message).toMatch(/^expected all 8 checks to pass, \d failed: data-directory/);
  expect(result.error?.details.join('\n')).toMatch(/libxgboost: passed: version 3\.2/);
});

test('a data directory where no folder can be made ends with an answer', async () => {
  const { exitCode, result } = await doctor('/proc/churn/data');
  expect(exitCode).toBe(2);
  expect(result.error?.details.join('\n')).toMatch(/data-directory: failed: .*ENOENT.*mkdir '\/proc\/churn'/);
});

test('a champion that cannot be read fails, it is not taken for none', async () => {
  await mkdir(join(directory, 'registry'), { recursive: true });
  await writeFile(join(directory, 'registry', 'champion.json'), '{"format":');
  const { exitCode, result } = await doctor(directory);
  expect(exitCode).toBe(2);
  expect(result.error?.message).toBe('expected all 8 checks to pass, 1 failed: champion');
  expect(result.error?.details.at(-1)).toMatch(/^champion: failed: expected a champion document in JSON/);
});

test('more threads than there are is a warning, not a failure', async () => {
  const { exitCode, result } = await doctor(directory, '--threads', '200');
  expect(exitCode).toBe(0);
  expect(result.warnings.join()).toContain('200 to be used');
});
