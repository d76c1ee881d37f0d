import { readdir, readFile, writeFile } from 'node:fs/promises';
import type { CleaningReport } from '@churn/shared/cleaning/cleaning-report';
import { cleaningRules } from '@churn/shared/cleaning/cleaning-rules';
import { delivery } from './delivery.ts';
import { runChurn } from './run-churn.ts';

test('generated exports go through ingest and clean, and every planted kind of fault is found', async () => {
  await using given = await delivery();
  const generated = await runChurn(
    ...['generate', '--data-dir', given.dataDirectory, '--out', given.folder],
    ...['--customers', '2000', '--dirty', '0.15'],
  );
  expect(generated.exitCode).toBe(0);
  expect((await given.ingest()).exitCode).toBe(0);
  const { exitCode, result } = await given.run('clean');
  expect(result.error).toBeUndefined();
  expect(exitCode).toBe(0);
  expect(given.outputOf(result, 'customers').rows).toBe(2000);
  const report = JSON.parse(
    await given.store.readText(given.outputOf(result, 'cleaning-report')),
  ) as CleaningReport;
  const met = report.rules.filter(({ rows }) => rows > 0).map(({ id }) => id);
  const ofRows = cleaningRules.filter(({ needs }) => needs === undefined);
  expect(met).toEqual(ofRows.map(({ id }) => id));
});

test('a second run of the same delivery is cached, and the threads change no byte', async () => {
  await using given = await delivery();
  await runChurn('generate', '--data-dir', given.dataDirectory, '--out', given.folder, '--customers', '500');
  await given.ingest();
  const first = await given.run('clean', '--threads', '1');
  expect((await given.ingest()).result.status).toBe('cached');
  expect((await given.run('clean', '--threads', '2')).result.status).toBe('cached');
  const forced = await given.run('clean', '--threads', '2', '--force');
  expect(forced.result.outputs).toEqual(first.result.outputs);
});

test('the same seed writes the same bytes and leaves nothing but its four files', async () => {
  await using given = await delivery();
  const generate = (out: string) =>
    runChurn('generate', '--data-dir', given.dataDirectory, '--out', given.path(out), '--customers', '100');
  await generate('one');
  await generate('two');
  expect((await readdir(given.path('one'))).sort()).toEqual([
    'customers.csv',
    'planted.csv',
    'transactions.csv',
    'truth.csv',
  ]);
  for (const name of ['customers.csv', 'transactions.csv', 'truth.csv', 'planted.csv']) {
    expect(await readFile(given.path(`one/${name}`))).toEqual(await readFile(given.path(`two/${name}`)));
  }
});

test('a file where the folder should be is bad input', async () => {
  await using given = await delivery();
  await writeFile(given.path('file'), '');
  const { exitCode } = await runChurn(
    'generate',
    '--data-dir',
    given.dataDirectory,
    '--out',
    given.path('file'),
  );
  expect(exitCode).toBe(2);
});
