import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const folder = new URL('../examples/', import.meta.url);

test.each([
  ['early-stopping', 'best rounds'],
  ['explain', 'is the margin: true'],
  ['custom-objective', 'rounds 10'],
  ['batches', 'rounds 20 and 30'],
])('the example %s runs, and the README shows it as it is', async (name, output) => {
  const path = fileURLToPath(new URL(`${name}.ts`, folder));
  const cwd = await mkdtemp(join(tmpdir(), 'xgboost-node-'));
  try {
    const options = { cwd, env: { ...process.env, NODE_OPTIONS: '' } };
    const { stdout } = await promisify(execFile)(process.execPath, [path], options);
    expect(stdout).toContain(output);
  } finally {
    await rm(cwd, { recursive: true });
  }
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  expect(readme).toContain(await readFile(path, 'utf8'));
});
