import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { delivery } from './delivery.ts';

const cli = fileURLToPath(new URL('../../bin/churn.js', import.meta.url));

test.each(['stdout', 'stderr'] as const)('a reader of %s that goes away fails no stage', async (stream) => {
  await using given = await delivery();
  const { dataDirectory, path } = given;
  const options = ['--data-dir', dataDirectory, '--out', path('out'), '--customers', '20'];
  const process = spawn('node', [cli, 'generate', ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
  process[stream].destroy();
  process[stream === 'stdout' ? 'stderr' : 'stdout'].resume();
  expect(await once(process, 'exit')).toEqual([0, null]);
  const record = await readFile(`${dataDirectory}/runs/generate/generate/result.json`, 'utf8');
  expect(JSON.parse(record)).toMatchObject({ status: 'done' });
});

test('a variable that is set to nothing is not set', async () => {
  await using given = await delivery();
  const options = ['--data-dir', given.dataDirectory, '--out', given.path('out'), '--customers', '20'];
  const env = { ...process.env, CHURN_LOG_LEVEL: '' };
  const generate = spawn('node', [cli, 'generate', ...options], { stdio: 'ignore', env });
  expect(await once(generate, 'exit')).toEqual([0, null]);
});
