import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { JsonValue } from '@churn/shared/schema/json-value';
import { customersHeader, type Delivery, delivery, transactionsHeader } from './delivery.ts';

const customers = `${customersHeader}\n001,40,F,2020-01-31,north,0\n`;
const transactions = `${transactionsHeader}\n001,2024-05-31,12.50,voice\n`;

async function metricsOf(given: Delivery, ...argv: string[]) {
  const { exitCode, result } = await given.ingest(...argv);
  expect(result.error).toBeUndefined();
  expect(exitCode).toBe(0);
  return result.metrics as Record<'customers' | 'transactions', Record<string, JsonValue>>;
}

test('the delivered bytes are kept unchanged, named by their hash', async () => {
  await using given = await delivery();
  await given.deliver(`\ufeff${customers.replaceAll('\n', '\r\n')}`, transactions);
  const { result } = await given.ingest();
  const kept = await readFile(given.store.absolutePath(given.outputOf(result, 'customers')));
  expect(kept).toEqual(await readFile(given.path('customers.csv')));
  expect(given.outputOf(result, 'customers').rows).toBe(1);
});

test('the same bytes from another folder are answered from the cache', async () => {
  await using given = await delivery();
  await given.deliver(customers, transactions);
  const first = await given.ingest();
  await mkdir(given.path('again'));
  for (const [name, text] of [
    ['customers', customers],
    ['transactions', transactions],
  ] as const) {
    await writeFile(join(given.path('again'), `${name}.csv`), text);
  }
  const again = await given.run(
    'ingest',
    '--customers',
    given.path('again/customers.csv'),
    '--transactions',
    given.path('again/transactions.csv'),
  );
  expect(again.result.status).toBe('cached');
  expect(again.result.outputs).toEqual(first.result.outputs);
  await writeFile(given.path('customers.csv'), customers.replace('40', '41'));
  expect((await given.ingest()).result.status).toBe('done');
});

test('delimiter, encoding, decimal comma and day-first dates are found', async () => {
  await using given = await delivery();
  await given.deliver(
    Buffer.from(`${customersHeader.replaceAll(',', ';')}\n1;40;F;31/01/2020;São Paulo;\n`, 'latin1'),
    `${transactionsHeader.replaceAll(',', '\t')}\n1\t31.05.2024\t1.234,50\tvoice\n`,
  );
  expect(await metricsOf(given)).toMatchObject({
    customers: { delimiter: ';', encoding: 'latin1', dates: { slashed: 1 }, dayOrder: 'day-first' },
    transactions: { delimiter: '\t', encoding: 'utf-8', dayOrder: 'day-first', decimal: 'comma' },
  });
});

test('a deciding date after thousands of ambiguous ones is still heard', async () => {
  await using given = await delivery();
  const ambiguous = '1,01/02/2024,1.00,voice\n'.repeat(12_000);
  await given.deliver(customers, `${transactionsHeader}\n${ambiguous}1,02/13/2024,1.00,voice\n`);
  expect((await metricsOf(given)).transactions.dayOrder).toBe('month-first');
});

test('dates that leave day and month open end with exit 2 until the option tells', async () => {
  await using given = await delivery();
  await given.deliver(customers, `${transactionsHeader}\n1,01/02/2024,1.00,voice\n`);
  const { exitCode, result } = await given.ingest();
  expect(exitCode).toBe(2);
  expect(result.error!.message).toContain('give --date-format day-first or month-first');
  expect(await metricsOf(given, '--date-format', 'day-first')).toMatchObject({
    customers: { dates: { iso: 1 } },
    transactions: { dayOrder: 'day-first', dayOrderReason: 'told by --date-format' },
  });
});

test('a file packed by gzip is read as what it holds', async () => {
  await using given = await delivery();
  await given.deliver(customers, gzipSync(transactions));
  expect((await metricsOf(given)).transactions).toMatchObject({ compression: 'gzip', rows: 1 });
});

test('columns in another order, and more of them, are taken with a warning', async () => {
  await using given = await delivery();
  await given.deliver(
    customers,
    'note, Service,AMOUNT,transaction_date,Customer_ID\nx,voice,1.00,2024-05-31,1\n',
  );
  const { exitCode, result } = await given.ingest();
  expect(exitCode).toBe(0);
  expect(result.warnings).toEqual([
    'transactions (transactions.csv): columns that no stage reads are ignored: note',
  ]);
});

const badTransactions: [string, string | Uint8Array, string][] = [
  ['a missing column', transactions.replace('amount', 'price'), 'expected a column amount'],
  ['an empty file', '', 'the file is empty (0 bytes)'],
  ['a header alone', `${transactionsHeader}\n`, 'expected rows after the header, found none'],
  ['blank lines alone', '\n\n', 'expected a header line, found none'],
  [
    'half a letter of UTF-16',
    Buffer.from(`\ufeff${transactions}`, 'utf16le').subarray(0, -1),
    'not valid in it',
  ],
  ['a binary file', Buffer.from([1, 2, 3, 4, 0]), 'found NUL bytes'],
  ['a truncated gzip file', gzipSync(transactions).subarray(0, 30), 'expected a whole gzip file'],
  [
    'two decimal marks',
    `${transactionsHeader}\n1,2024-05-31,1.50,a\n1,2024-05-31,"1,50",a\n`,
    'expected one decimal mark in amount',
  ],
];

test.each(badTransactions)(
  '%s is bad input: exit 2, one sentence, nothing written',
  async (_name, content, sentence) => {
    await using given = await delivery();
    await given.deliver(customers, content);
    const { exitCode, result } = await given.ingest();
    expect(exitCode).toBe(2);
    expect(result.error!.message).toContain(sentence);
    expect(await readdir(given.dataDirectory).catch(() => [])).toEqual([]);
  },
);

test('a missing file and an empty folder are told at once, together with what is wrong inside the other file', async () => {
  await using given = await delivery();
  await given.deliver(customers, transactions);
  await rm(given.path('customers.csv'));
  await rm(given.path('transactions.csv'));
  await mkdir(given.path('transactions.csv'));
  const both = await given.ingest();
  expect(both.exitCode).toBe(2);
  expect(both.result.error!.details).toEqual([
    expect.stringContaining('found no such file'),
    expect.stringContaining('found none'),
  ]);
  await writeFile(given.path('customers.csv'), 'age\n1\n');
  const other = await given.ingest();
  expect(other.result.error!.details).toEqual([
    expect.stringContaining('found none'),
    expect.stringContaining('expected a column customer_id'),
  ]);
  expect(await readdir(given.dataDirectory).catch(() => [])).toEqual([]);
});
