import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { delivery } from './delivery.ts';

const churn = fileURLToPath(new URL('../../bin/churn.js', import.meta.url));
const run = promisify(execFile);

test('the command says which Node it needs where the one that starts it is older', async () => {
  await using given = await delivery();
  const pretend = given.path('pretend.cjs');
  await writeFile(pretend, "Object.defineProperty(process.versions, 'node', { value: '20.20.2' });\n");
  const refused = await run(process.execPath, ['--require', pretend, churn, 'doctor']).catch(
    (error) => error,
  );
  expect([refused.code, refused.stdout]).toEqual([2, '']);
  expect(refused.stderr).toMatch(/^churn needs Node 24 or newer, this is 20\.20\.2: start it by `npx churn`/);
});

test('the command starts by this Node', async () => {
  const { stdout } = await run(process.execPath, [churn, '--help']);
  expect(stdout).toMatch(/^Usage: churn /);
});
