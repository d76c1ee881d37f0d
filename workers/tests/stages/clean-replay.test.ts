import { truncate, writeFile } from 'node:fs/promises';
import { sqlText, withDuckDb } from '@churn/shared/platform/duckdb-session';
import { customersHeader, type Delivery, delivery, transactionsHeader } from './delivery.ts';

const customerLines = ['001,40,female,2020-01-31,north,0', ',50,male,2020-01-31,south,0'];
const transactionLines = [
  '001,2024-05-31,12.50,voice',
  '001,2024-06-01,1x,sms',
  '002,2024-06-02,2.00,sms',
  '001,2024-06-03',
  '',
  '001,2024-06-31,4.00,"a\nb"',
  '001,2024-06-04,"5.00,sms',
];

async function quarantined() {
  const given = await delivery();
  await given.deliver(
    `${[customersHeader, ...customerLines].join('\n')}\n`,
    `${[transactionsHeader, ...transactionLines].join('\n')}\n`,
  );
  await given.ingest();
  const { result } = await given.run('clean', '--quarantine-budget', '1');
  return { ...given, setAside: await given.quarantine(result) };
}

async function replay(given: Delivery, rows: readonly unknown[], ...argv: string[]) {
  await writeFile(given.path('repaired.ndjson'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  return given.run('clean', '--quarantine-budget', '1', '--replay', given.path('repaired.ndjson'), ...argv);
}

test('repaired rows stand in for their lines; customers bring their transactions back', async () => {
  await using given = await quarantined();
  const repairs: Record<number, string> = {
    5: '001,2024-06-03,3.00,voice',
    7: '001,2024-06-30,4.00,"a\nb"',
    9: '001,2024-06-04,5.00,sms',
  };
  expect(given.setAside.map(({ file, line }) => `${file}:${line}`)).toEqual([
    ...['customers.csv:3', 'transactions.csv:3', 'transactions.csv:4', 'transactions.csv:5'],
    ...['transactions.csv:7', 'transactions.csv:9'],
  ]);
  const repaired = given.setAside
    .map((row) => {
      if (row.file === 'customers.csv') return { ...row, raw: `002${String(row.raw)}` };
      const raw = repairs[Number(row.line)];
      return raw === undefined ? undefined : { ...row, raw };
    })
    .filter((row) => row !== undefined);
  const { exitCode, result } = await replay(given, repaired);
  expect(result.error).toBeUndefined();
  expect(exitCode).toBe(0);
  expect(result.metrics).toMatchObject({
    customers: { rowsDelivered: 2, rowsAccepted: 2, rowsQuarantined: 0 },
    transactions: { rowsDelivered: 6, rowsAccepted: 5, rowsQuarantined: 1 },
    rules: { 'bad-amount': 1 },
    replayedRows: 4,
  });
  expect(await given.rows(result, 'transactions')).toEqual([
    ['001', '2024-05-31', '1250', 'voice'],
    ['001', '2024-06-03', '300', 'voice'],
    ['001', '2024-06-04', '500', 'sms'],
    ['001', '2024-06-30', '400', 'a b'],
    ['002', '2024-06-02', '200', 'sms'],
  ]);
});

test('a repaired row is judged by the same rules, and goes back into the quarantine as it was repaired', async () => {
  await using given = await quarantined();
  const { result } = await replay(given, [
    { file: 'transactions.csv', line: 3, raw: '001,2024-06-01,2x,sms' },
    { file: 'transactions.csv', line: 5, raw: '003,2024-06-03,3.00,voice' },
  ]);
  const rows = await given.quarantine(result);
  expect(rows.filter(({ line }) => line === 3 || line === 5).slice(1)).toEqual([
    expect.objectContaining({ line: 3, raw: '001,2024-06-01,2x,sms', rule: 'bad-amount' }),
    expect.objectContaining({ line: 5, raw: '003,2024-06-03,3.00,voice', rule: 'unknown-customer' }),
  ]);
  expect(result.metrics.transactions).toMatchObject({
    rowsDelivered: 6,
    rowsAccepted: 1,
    rowsQuarantined: 5,
  });
});

test('repaired rows may come as CSV', async () => {
  await using given = await quarantined();
  const csv = 'rule,raw,line,file\nbad-amount,"001,2024-06-01,1.00,sms",3,transactions.csv\n';
  await writeFile(given.path('repaired.csv'), csv);
  const { result } = await given.run(
    'clean',
    '--quarantine-budget',
    '1',
    '--replay',
    given.path('repaired.csv'),
  );
  expect(result.metrics).toMatchObject({ replayedRows: 1, transactions: { rowsAccepted: 2 } });
});

test.each<[string, unknown[], string]>([
  [
    'a line that is not set aside',
    [{ file: 'transactions.csv', line: 2, raw: '001,2024-06-01,1,x' }],
    'not set aside',
  ],
  [
    'a line that there is not',
    [{ file: 'transactions.csv', line: 99, raw: '001,2024-06-01,1,x' }],
    'not set aside',
  ],
  [
    'a file that was not delivered',
    [{ file: 'other.csv', line: 3, raw: '' }],
    'expected the name of a delivered file',
  ],
  [
    'a record that is still broken',
    [{ file: 'transactions.csv', line: 3, raw: '001,1' }],
    'a record with 4 fields',
  ],
  ['no line', [{ file: 'transactions.csv', raw: '001,2024-06-01,1,x' }], 'line'],
  ['no rows', [], 'found none'],
])('%s is refused', async (_name, rows, sentence) => {
  await using given = await quarantined();
  const { exitCode, result } = await replay(given, rows);
  expect(exitCode).toBe(2);
  expect(result.error!.message).toContain(sentence);
});

test.each<[string, string, string]>([
  [
    'cut off in quotes',
    '3,"001,2024-06-01,12,',
    'line 2: expected a whole record, got a quote that does not end',
  ],
  [
    'with text behind a quote',
    '3,"001,2024-06-01,1,sms"x\n',
    'line 2: expected a whole record, got text after',
  ],
  ['short of a field', '3\n', 'line 2: expected 3 fields, got 2'],
])('a CSV of repaired rows %s is refused', async (_name, row, sentence) => {
  await using given = await quarantined();
  await writeFile(given.path('repaired.csv'), `file,line,raw\ntransactions.csv,${row}`);
  const { exitCode, result } = await given.run('clean', '--replay', given.path('repaired.csv'));
  expect([exitCode, result.error!.code]).toEqual([2, 'bad-replay']);
  expect(result.error!.message).toContain(sentence);
});

test.each<[string, (given: Delivery) => Promise<string>, string]>([
  ['no file', async ({ path }) => path('none.ndjson'), 'for --replay, found no such file'],
  ['a directory', async ({ path }) => path(''), 'it is a directory'],
  [
    'a file of a byte more than 256 MiB',
    async ({ path }) => {
      await writeFile(path('large.ndjson'), '');
      await truncate(path('large.ndjson'), 256 * 2 ** 20 + 1);
      return path('large.ndjson');
    },
    'at most 268435456 bytes long (256 MiB), got 268435457 bytes',
  ],
  [
    'a file of Latin-1',
    async ({ path }) => {
      await writeFile(path('latin1.csv'), Buffer.from('file,line,raw\nJoão.csv,1,x\n', 'latin1'));
      return path('latin1.csv');
    },
    'expected UTF-8 text',
  ],
])('%s in place of repaired rows is refused', async (_name, pathOf, sentence) => {
  await using given = await quarantined();
  const { exitCode, result } = await given.run('clean', '--replay', await pathOf(given));
  expect([exitCode, result.error!.code]).toEqual([2, 'bad-replay']);
  expect(result.error!.message).toContain(sentence);
});

test('rows of Parquet are set aside as JSON and come back from it', async () => {
  await using given = await delivery();
  await given.deliver(`${[customersHeader, ...customerLines].join('\n')}\n`, '');
  await withDuckDb({ threads: 1, temporaryDirectory: given.path('spill') }, (connection) =>
    connection.run(
      `COPY (SELECT '001' AS customer_id, DATE '2024-05-31' AS date, UNNEST([1.5, 'NaN'::DOUBLE]) AS amount)
       TO ${sqlText(given.path('transactions.csv'))} (FORMAT parquet)`,
    ),
  );
  await given.ingest();
  const { result } = await given.run('clean', '--quarantine-budget', '1');
  const [, row] = await given.quarantine(result);
  expect(row).toMatchObject({ line: 2, raw: '{"customer_id":"001","date":"2024-05-31","amount":"nan"}' });
  const repaired = await replay(given, [{ ...row, raw: String(row!.raw).replace('nan', '2.5') }]);
  expect((await given.rows(repaired.result, 'transactions')).map(([, , amount]) => amount)).toEqual([
    '150',
    '250',
  ]);
});
