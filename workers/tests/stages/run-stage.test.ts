import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { customersHeader, delivery, transactionsHeader } from './delivery.ts';

const customers = `${customersHeader}\nc1,30,F,2020-01-01,north,0\n`;
const transactions = `${transactionsHeader}\nc1,2024-05-30,1.00,voice\nc1,2024-05-31,2.00,voice\nc1,2024-06-01,3.00,voice\n`;

test('where a stage fails, later stages do not take up what it had made before', async () => {
  await using given = await delivery();
  await given.deliver(customers, transactions);
  await given.ingest();
  expect((await given.run('clean')).exitCode).toBe(0);
  const refused = await given.run('clean', '--as-of', '2024-05-30');
  expect(refused.result.error!.code).toBe('over-budget');
  const { exitCode, result } = await given.run('featurize', '--label', 'flag');
  expect(exitCode).toBe(2);
  expect(result.error!.message).toBe('expected run "r1" to have finished clean, found no result of it');
  expect((await given.run('clean')).result.status).toBe('cached');
});

test('what killed stages left in the folder for temporary files goes after a day, not before', async () => {
  await using given = await delivery();
  await given.deliver(customers, transactions);
  const temporary = join(given.dataDirectory, 'tmp');
  const folders = { old: 25, young: 23 };
  for (const [name, hours] of Object.entries(folders)) {
    await mkdir(join(temporary, name), { recursive: true });
    await writeFile(join(temporary, name, 'spilled'), 'rows');
    const then = new Date(Date.now() - hours * 3_600_000);
    await utimes(join(temporary, name), then, then);
  }
  expect((await given.ingest()).exitCode).toBe(0);
  expect(await readdir(temporary)).toEqual(['young']);
});
