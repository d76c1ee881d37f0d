import { appendFile, writeFile } from 'node:fs/promises';
import { sha256OfFile } from '@churn/shared/platform/sha256';
import { copyAndHash } from '../../src/ingest/copy-and-hash.ts';
import { customersHeader, delivery, transactionsHeader } from './delivery.ts';
import { runChurn } from './run-churn.ts';

const customers = `${customersHeader}\n001,40,female,2020-01-31,north,0\n002,50,male,2020-01-31,south,0\n`;
const transactions = `${transactionsHeader}\n001,2024-05-31,12.50,voice\n`;

async function firstDelivery() {
  const given = await delivery();
  await given.deliver(customers, transactions);
  await given.ingest();
  const append = (run: string, from: string, ...argv: string[]) =>
    runChurn('ingest', '--run', run, '--data-dir', given.dataDirectory, '--append-to', from, ...argv);
  const clean = (run: string, ...argv: string[]) =>
    runChurn('clean', '--run', run, '--data-dir', given.dataDirectory, '--quarantine-budget', '1', ...argv);
  return { ...given, append, clean };
}

test('new files come after those of the earlier run, with the day on which they came', async () => {
  await using given = await firstDelivery();
  await writeFile(given.path('june.csv'), `${transactionsHeader}\n002,2024-06-01,3.00,sms\n`);
  const appended = await given.append(
    'r2',
    'r1',
    '--transactions',
    given.path('june.csv'),
    '--arrived',
    '2024-06-02',
  );
  expect(appended.result.metrics).toMatchObject({
    customers: { files: 1, rows: 2, newFiles: 0 },
    transactions: { files: 2, rows: 2, newFiles: 1, newRows: 1 },
  });
  const cleaned = await given.clean('r2');
  const columns = 'customer_id, transaction_date, arrived_on';
  expect(await given.rows(cleaned.result, 'transactions', columns)).toEqual([
    ['001', '2024-05-31', null],
    ['002', '2024-06-01', '2024-06-02'],
  ]);
  const before = await given.clean('r2', '--known-on', '2024-06-01');
  expect(await given.rows(before.result, 'transactions', columns)).toEqual([['001', '2024-05-31', null]]);
});

test('bytes taken before are not taken twice; where nothing is new, the exit code is 99 and the run has the earlier files', async () => {
  await using given = await firstDelivery();
  await writeFile(given.path('again.csv'), transactions);
  const { exitCode, result } = await given.append('r2', 'r1', '--transactions', given.path('again.csv'));
  expect(exitCode).toBe(99);
  expect(result.status).toBe('skipped');
  expect(result.error!.code).toBe('nothing-new');
  expect((await given.clean('r2')).result.metrics).toMatchObject({ transactions: { rowsDelivered: 1 } });
});

test('a customer of a later delivery replaces the one of an earlier delivery, however full that was', async () => {
  await using given = await firstDelivery();
  await writeFile(given.path('corrected.csv'), `${customersHeader}\n001,41,,,,\n`);
  await given.append('r2', 'r1', '--customers', given.path('corrected.csv'));
  const { result } = await given.clean('r2');
  expect(result.metrics.rules).toEqual({ 'superseded-customer': 1 });
  expect(result.metrics.customers).toMatchObject({ rowsDelivered: 3, rowsAccepted: 2, rowsMerged: 1 });
  expect((await given.rows(result, 'customers'))[0]).toEqual(['001', 41, null, null, null, null]);
});

test('a file that changes while it is read is refused', async () => {
  await using given = await delivery();
  await given.deliver(customers, transactions);
  const path = given.path('transactions.csv');
  const sha256 = await sha256OfFile(path);
  const copy = () => copyAndHash(path, given.path('copy'), sha256, new AbortController().signal);
  for await (const chunk of copy()) expect(chunk.length).toBe(transactions.length);
  const growing = copy();
  await growing.next();
  await appendFile(path, '002,2024-06-01,1.00,sms\n');
  const rest = async () => {
    for await (const chunk of growing) expect(chunk.length).toBeGreaterThan(0);
  };
  await expect(rest()).rejects.toThrow('changed while it was read');
});

test('files of another currency are refused, also where they come later', async () => {
  await using given = await delivery();
  await given.deliver(customers, `${transactionsHeader}\n001,2024-05-31,R$ 12.50,voice\n`);
  await given.ingest();
  await writeFile(given.path('june.csv'), `${transactionsHeader}\n002,2024-06-01,€ 3.00,sms\n`);
  const { exitCode, result } = await runChurn(
    ...['ingest', '--run', 'r2', '--data-dir', given.dataDirectory, '--append-to', 'r1'],
    ...['--transactions', given.path('june.csv')],
  );
  expect(exitCode).toBe(2);
  expect(result.error!.message).toContain('transactions.csv has BRL, june.csv has EUR');
});
