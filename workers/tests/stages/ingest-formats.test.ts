import { mkdir, writeFile } from 'node:fs/promises';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { sqlText, withDuckDb } from '@churn/shared/platform/duckdb-session';
import type { JsonValue } from '@churn/shared/schema/json-value';
import { customersHeader, type Delivery, delivery, transactionsHeader } from './delivery.ts';

const customers = `${customersHeader}\n001,40,female,2020-01-31,north,0\n`;
const transactionLines = ['001,2024-05-31,12.50,voice', '001,2024-06-01,-3.00,sms'];
const transactions = `${[transactionsHeader, ...transactionLines].join('\n')}\n`;
const cleaned = [
  ['001', '2024-05-31', '1250', 'voice'],
  ['001', '2024-06-01', '-300', 'sms'],
];

async function taken(given: Delivery, ...argv: string[]) {
  const { exitCode, result } = await given.ingest(...argv);
  expect(result.error).toBeUndefined();
  expect(exitCode).toBe(0);
  return { result, metrics: result.metrics as Record<string, Record<string, JsonValue>> };
}

async function cleanedRows(given: Delivery) {
  const { result } = await given.run('clean', '--quarantine-budget', '1');
  expect(result.error).toBeUndefined();
  return given.rows(result, 'transactions');
}

const asText = (text: string) => Buffer.from(text);
const inUtf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
const inUtf16Be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const halves = (text: string) => [text.slice(0, 60), text.slice(60)].map((half) => zstdCompressSync(half));

const writings: [string, Uint8Array, Record<string, JsonValue>][] = [
  ['gzip', gzipSync(transactions), { compression: 'gzip' }],
  [
    'gzip in two members',
    Buffer.concat([gzipSync(transactions), gzipSync('001,2024-06-01,1,x\n')]),
    { rows: 3 },
  ],
  ['zstd', zstdCompressSync(transactions), { compression: 'zstd' }],
  ['zstd in two frames', Buffer.concat(halves(transactions)), { compression: 'zstd', rows: 2 }],
  ['UTF-16 with a mark', inUtf16(transactions), { encoding: 'utf-16le' }],
  ['UTF-16 without a mark', inUtf16Be(transactions), { encoding: 'utf-16be' }],
  ['apostrophes as quotes', asText(transactions.replace(/[^,\n]+/g, "'$&'")), { quote: "'" }],
  ['quotes around everything', asText(transactions.replace(/[^,\n]+/g, '"$&"')), { quote: '"' }],
  [
    'a decimal comma with thousands and a currency',
    asText(
      `ID Cliente;Data da Transação;Valor;Serviço\n001;31/05/2024;"R$ 12,50";Voz\n001;01/06/2024;-3,00 R$;SMS\n`,
    ),
    { delimiter: ';', decimal: 'comma', currency: 'BRL', dayOrder: 'day-first', dates: { slashed: 2 } },
  ],
  [
    'several date formats',
    asText(transactions.replace('2024-05-31', '31/05/2024').replace('2024-06-01', '1 Jun 2024')),
    { dates: { slashed: 1, named: 1 }, dayOrder: 'day-first' },
  ],
];

test.each(writings)('%s: found, and cleaned to the same rows', async (name, bytes, expected) => {
  await using given = await delivery();
  await given.deliver(customers, bytes);
  const { metrics } = await taken(given);
  expect(metrics.transactions).toMatchObject(expected);
  expect((await cleanedRows(given)).slice(-2)).toEqual(
    name === 'gzip in two members' ? expect.anything() : cleaned,
  );
});

test.each([
  ['gzip', gzipSync(transactions).subarray(0, -9), 'expected a whole gzip file'],
  [
    'gzip with something after it',
    Buffer.concat([gzipSync(transactions), Buffer.from('x')]),
    'a whole gzip file',
  ],
  ['zstd', zstdCompressSync(transactions).subarray(0, -3), 'expected a whole zstd file'],
  [
    'zstd with something after it',
    Buffer.concat([zstdCompressSync(transactions), Buffer.from('xxxxxxxx')]),
    'zstd',
  ],
  ['Parquet', Buffer.from('PAR1 and no more'), 'expected a whole Parquet file'],
  ['ZIP', Buffer.from('504b030414000600', 'hex'), 'found a ZIP archive'],
])('a broken %s file is refused', async (_name, bytes, sentence) => {
  await using given = await delivery();
  await given.deliver(customers, bytes);
  const { exitCode, result } = await given.ingest();
  expect(exitCode).toBe(2);
  expect(result.error!.message).toContain(sentence);
});

test('Parquet is taken with its types, and a cut one is refused', async () => {
  await using given = await delivery();
  await given.deliver(customers, '');
  const path = given.path('transactions.csv');
  await withDuckDb({ threads: 1, temporaryDirectory: given.path('spill') }, (connection) =>
    connection.run(
      `COPY (SELECT '001' AS "Customer ID", TIMESTAMP '2024-05-31 10:00:00' + INTERVAL (i) DAY AS date,
         CASE i WHEN 0 THEN 12.5::DOUBLE ELSE -3 END AS amount, CASE i WHEN 0 THEN 'VOZ' ELSE 'sms' END AS service
       FROM range(2) AS r (i)) TO ${sqlText(path)} (FORMAT parquet)`,
    ),
  );
  const { result, metrics } = await taken(given);
  expect(metrics.transactions).toMatchObject({ format: 'parquet', rows: 2, dates: { iso: 2 } });
  expect(given.outputOf(result, 'transactions').path).toMatch(/\.parquet$/);
  expect(await cleanedRows(given)).toEqual(cleaned);
});

test('a folder of day files, and a glob, are taken in the order of their names, each as it is written', async () => {
  await using given = await delivery();
  await given.deliver(customers, '');
  await mkdir(given.path('days'));
  const days = { 'b.csv': `${transactionsHeader}\n001;`, _SUCCESS: '', '.hidden': 'x' };
  await writeFile(given.path('days/_SUCCESS'), days._SUCCESS);
  await writeFile(given.path('days/.hidden'), days['.hidden']);
  await writeFile(given.path('days/2024-06-01.csv'), `customer_id;date;amount\n001;01.06.2024;-3,00\n`);
  await writeFile(given.path('days/2024-05-31.csv'), `${transactionsHeader}\n${transactionLines[0]}\n`);
  const { metrics, result } = await taken(given, '--transactions', given.path('days'));
  expect(metrics.transactions).toMatchObject({
    files: 2,
    rows: 2,
    delimiter: [',', ';'],
    decimal: ['point', 'comma'],
  });
  expect(result.warnings).toEqual([
    'transactions (2024-06-01.csv): no column service, its values are not known',
  ]);
  expect(await cleanedRows(given)).toEqual([cleaned[0], ['001', '2024-06-01', '-300', null]]);
  const globbed = await taken(given, '--transactions', given.path('days/2024-0?-*.csv'));
  expect(globbed.metrics.transactions).toMatchObject({ files: 2, rows: 2 });
});

test('a file that lies in a folder twice is taken once', async () => {
  await using given = await delivery();
  await given.deliver(customers, '');
  await mkdir(given.path('days'));
  for (const name of ['a.csv', 'b.csv']) await writeFile(given.path(`days/${name}`), transactions);
  const { metrics, result } = await taken(given, '--transactions', given.path('days'));
  expect(metrics.transactions).toMatchObject({ files: 1, rows: 2 });
  expect(result.warnings).toEqual(['transactions (b.csv): taken before, the same bytes are not taken twice']);
});

test('a mapping file names the columns of an export', async () => {
  await using given = await delivery();
  await given.deliver(customers, transactions.replace(transactionsHeader, 'Kunde,Tag,Betrag,service'));
  await writeFile(
    given.path('columns.json'),
    JSON.stringify({
      transactions: { customer_id: 'Kunde', transaction_date: 'Tag', amount: 'Betrag', service: null },
    }),
  );
  const { metrics } = await taken(given, '--columns', given.path('columns.json'));
  expect(metrics.transactions!.columns).toEqual({
    customer_id: 'Kunde',
    transaction_date: 'Tag',
    amount: 'Betrag',
  });
  await writeFile(
    given.path('columns.json'),
    JSON.stringify({ transactions: { price: 'Betrag' }, orders: {} }),
  );
  const { exitCode, result } = await given.ingest('--columns', given.path('columns.json'));
  expect(exitCode).toBe(2);
  expect(result.error!.details).toHaveLength(2);
});
