import { appendFile } from 'node:fs/promises';
import { cleanedColumns } from '@churn/shared/cleaning/cleaned-columns';
import { cleaningRules } from '@churn/shared/cleaning/cleaning-rules';
import { sqlText, withDuckDb } from '@churn/shared/platform/duckdb-session';
import fc from 'fast-check';
import { customersHeader, type Delivery, delivery, transactionsHeader } from './delivery.ts';

const allAllowed = ['--quarantine-budget', '1'];
const goodCustomer = '001,40,female,2020-01-31,north,0';
const goodTransaction = '001,2024-05-31,12.50,voice';

async function cleaned(
  given: Delivery,
  customerLines: string[],
  transactionLines: string[],
  ...argv: string[]
) {
  await given.deliver(
    `${[customersHeader, ...customerLines].join('\n')}\n`,
    `${[transactionsHeader, ...transactionLines].join('\n')}\n`,
  );
  const ingested = await given.ingest();
  expect(ingested.result.error).toBeUndefined();
  return given.run('clean', ...allAllowed, ...argv);
}

const customerRules: [string, string, unknown][] = [
  [
    'customer-id-as-decimal',
    '002.0,40,female,2020-01-31,north,0',
    ['002', 40, 'female', '2020-01-31', 'north', 0],
  ],
  ['bad-age', '002,121,female,2020-01-31,north,1', ['002', null, 'female', '2020-01-31', 'north', 1]],
  ['bad-age', '002,forty,female,2020-01-31,north,1', ['002', null, 'female', '2020-01-31', 'north', 1]],
  ['gender-spelling', '002,40,Masculino,2020-01-31,north,yes', ['002', 40, 'male', '2020-01-31', 'north', 1]],
  ['unknown-gender', '002,40,?,2020-01-31,north,1', ['002', 40, null, '2020-01-31', 'north', 1]],
  ['bad-signup-date', '002,40,female,2021-02-29,north,nao', ['002', 40, 'female', null, 'north', 0]],
  ['region-spelling', '002,40,female,2020-01-31, NORTE ,1', ['002', 40, 'female', '2020-01-31', 'north', 1]],
  ['bad-churn', '002,40,female,2020-01-31,north,maybe', ['002', 40, 'female', '2020-01-31', 'north', null]],
];

test.each(customerRules)('%s mends the row %s', async (rule, line, expected) => {
  await using given = await delivery();
  const { result } = await cleaned(given, [goodCustomer, line], [goodTransaction]);
  expect(result.metrics.rules).toEqual({ [rule]: 1 });
  expect((await given.rows(result, 'customers'))[1]).toEqual(expected);
});

const quarantineRules: [string, 'customers' | 'transactions', string][] = [
  ['broken-customer-line', 'customers', '002,40,female'],
  ['customer-without-id', 'customers', ' ,40,female,2020-01-31,north,0'],
  ['conflicting-customer', 'customers', '001,40,female,2020-01-31,,0'],
  ['broken-transaction-line', 'transactions', '001,2024-05-31,"12.50,voice'],
  ['missing-customer-id', 'transactions', ',2024-05-31,12.50,voice'],
  ['missing-transaction-date', 'transactions', '001,,12.50,voice'],
  ['bad-transaction-date', 'transactions', '001,2024-02-30,12.50,voice'],
  ['bad-transaction-date', 'transactions', '001,2024-01-1x,12.50,voice'],
  ['absurd-amount', 'transactions', '001,2024-05-31,10000000000.01,voice'],
  ['absurd-amount', 'transactions', '001,2024-05-31,-1e300,voice'],
  ['absurd-amount', 'transactions', '001,2024-05-31,100000000000000,voice'],
  ['absurd-amount', 'transactions', '001,2024-05-31,9999999999999999.99,voice'],
  ['bad-amount', 'transactions', '001,2024-05-31,NaN,voice'],
  ['bad-amount', 'transactions', '001,2024-05-31,free,"a\rb"'],
  ['bad-amount', 'transactions', '001,2024-05-31,,voice'],
  ['bad-amount', 'transactions', '001,2024-05-31,inf,voice'],
  ['unknown-customer', 'transactions', '1,2024-05-31,12.50,voice'],
  ['unknown-customer', 'transactions', '\ufeff001,2024-05-31,12.50,voice'],
  ['transaction-after-as-of', 'transactions', '001,2024-06-01,12.50,voice'],
];

test.each(quarantineRules)('%s sets aside, of the %s, the line %s', async (rule, table, line) => {
  await using given = await delivery();
  const bad = (of: string) => (of === table ? [line] : []);
  const { result } = await cleaned(
    given,
    [goodCustomer, ...bad('customers')],
    [goodTransaction, ...bad('transactions')],
    ...['--as-of', '2024-05-31'],
  );
  expect(result.metrics.rules).toEqual({ [rule]: 1 });
  const { reason } = cleaningRules.find(({ id }) => id === rule)!;
  expect(await given.quarantine(result)).toEqual([
    { file: `${table}.csv`, line: 3, raw: line, rule, reason },
  ]);
  expect(await given.rows(result, 'customers')).toHaveLength(1);
  expect(await given.rows(result, 'transactions')).toEqual([['001', '2024-05-31', '1250', 'voice']]);
});

const mendedTransactions: [string, string, unknown][] = [
  ['transaction-id-as-decimal', '001.0,2024-06-30,12.50,voice', ['001', '2024-06-30', '1250', 'voice']],
  ['amount-rounded', '001,2024-06-30,-12.345,voice', ['001', '2024-06-30', '-1235', 'voice']],
  ['service-spelling', '001,2024-06-30,12.50,VOZ', ['001', '2024-06-30', '1250', 'voice']],
  ['transaction-before-signup', '001,2019-06-30,12.50,', ['001', '2019-06-30', '1250', null]],
];

test.each(mendedTransactions)('%s keeps the row %s', async (rule, line, expected) => {
  await using given = await delivery();
  const { result } = await cleaned(given, [goodCustomer], [goodTransaction, line]);
  expect(result.metrics.rules).toEqual({ [rule]: 1 });
  expect(await given.rows(result, 'transactions')).toContainEqual(expected);
  expect(given.outputOf(result, 'quarantine').rows).toBe(0);
});

test('identical rows: one customer stays, all transactions stay unless told otherwise', async () => {
  await using given = await delivery();
  const { result } = await cleaned(given, [goodCustomer, goodCustomer], [goodTransaction, goodTransaction]);
  expect(result.metrics.rules).toEqual({ 'repeated-customer': 1, 'identical-transaction': 1 });
  expect(given.outputOf(result, 'transactions').rows).toBe(2);
  const dropped = await given.run('clean', ...allAllowed, '--drop-identical');
  expect(dropped.result.metrics.rules).toEqual({
    'repeated-customer': 1,
    'dropped-identical-transaction': 1,
  });
  expect(given.outputOf(dropped.result, 'transactions').rows).toBe(1);
});

test('line numbers count line breaks inside quotes, empty lines and broken lines', async () => {
  await using given = await delivery();
  const lines = [
    '001,2024-05-31,1.00,"a\nb"',
    '',
    '001,2024-05-31,"2',
    goodTransaction,
    '001,2024-05-31,x,"c\nd"',
  ];
  const { result } = await cleaned(given, [goodCustomer], lines);
  expect((await given.quarantine(result)).map(({ line, raw, rule }) => [line, raw, rule])).toEqual([
    [5, '001,2024-05-31,"2', 'broken-transaction-line'],
    [7, '001,2024-05-31,x,"c\nd"', 'bad-amount'],
  ]);
  expect(await given.rows(result, 'transactions')).toContainEqual(['001', '2024-05-31', '100', 'a b']);
});

test('CR LF, a byte order mark and a last line without its end change nothing', async () => {
  await using given = await delivery();
  const plain = await cleaned(given, [goodCustomer], [goodTransaction]);
  await given.deliver(
    `\ufeff${customersHeader}\r\n${goodCustomer}`,
    `\ufeff${transactionsHeader}\r\n${goodTransaction}\r\n`,
  );
  await given.ingest();
  const other = await given.run('clean', ...allAllowed);
  expect(other.result.status).toBe('done');
  expect(other.result.outputs).toEqual(plain.result.outputs);
});

test('Latin-1 text comes out right, in the tables and in the quarantine', async () => {
  await using given = await delivery();
  await given.deliver(
    Buffer.from(`${customersHeader}\n001,40,F,2020-01-31,São João,0\n,,,,Ceará,\n`, 'latin1'),
    `${transactionsHeader}\n${goodTransaction}\n`,
  );
  await given.ingest();
  const { result } = await given.run('clean', ...allAllowed);
  expect(await given.rows(result, 'customers')).toEqual([['001', 40, 'female', '2020-01-31', 'sao joao', 0]]);
  expect((await given.quarantine(result))[0]!.raw).toBe(',,,,Ceará,');
});

test('above its budget a rule ends the run with exit 2, the count and three example lines; an option allows it', async () => {
  await using given = await delivery();
  const bad = ['001,2024-05-31,NaN,voice', '001,2024-05-31,,a', '001,2024-05-31,x,b', '001,2024-05-31,y,c'];
  await cleaned(given, [goodCustomer], [goodTransaction, ...bad]);
  const refused = await given.run('clean');
  expect(refused.exitCode).toBe(2);
  expect(refused.result.error!.message).toBe(
    'expected bad-amount to set aside at most 5 % of the rows of transactions.csv, it meets 4 of 5 (80 %)',
  );
  expect(refused.result.error!.details.slice(1)).toEqual([
    'transactions.csv:3: 001,2024-05-31,NaN,voice',
    'transactions.csv:4: 001,2024-05-31,,a',
    'transactions.csv:5: 001,2024-05-31,x,b',
  ]);
  const allowed = await given.run('clean', '--budget', 'bad-amount=0.8');
  expect(allowed.exitCode).toBe(0);
});

test.each(['bad-amount', 'no-such-rule=0.1', 'bad-amount=2', 'bad-age=0.1'])(
  'the budget %s is a usage error',
  async (budget) => {
    await using given = await delivery();
    const { exitCode, result } = await given.run('clean', '--budget', budget);
    expect(exitCode).toBe(2);
    expect(result.error!.code).toBe('bad-option');
  },
);

test('delivered bytes that changed in the store are refused', async () => {
  await using given = await delivery();
  await cleaned(given, [goodCustomer], [goodTransaction]);
  const { result } = await given.ingest();
  await appendFile(given.store.absolutePath(given.outputOf(result, 'customers')), 'x');
  const { exitCode, result: refused } = await given.run('clean', '--force');
  expect(exitCode).toBe(2);
  expect(refused.error!.code).toBe('artifact-damaged');
});

test('the order of the rows and the number of threads change no byte of the tables; no row is lost', async () => {
  const customerLines = [
    goodCustomer,
    '001,40,female,2020-01-31,south,0',
    '002,,M,,,',
    '002,,M,,,',
    '003,x,F,2020-02-30,Sul,1',
    '003,x,F,2021-01-01,Sul,0',
    ',1,2,3,4,5',
    'broken',
  ];
  const transactionLines = [
    goodTransaction,
    goodTransaction,
    '001,2024-05-31,12.5,VOICE',
    '002.0,2019-01-01,-3.005,',
    '003,2024-01-01,0,sms',
    '003,2024-01-01,0,',
    '004,2024-01-01,0,sms',
    '003,2024-01-32,0,sms',
    '003,2024-01-02,"1,0',
    '003,2024-01-02,"NaN",sms',
  ];
  const tablesOf = async (customers: string[], transactions: string[], threads: number) => {
    await using given = await delivery();
    const { exitCode, result } = await cleaned(given, customers, transactions, '--threads', String(threads));
    expect(exitCode).toBe(0);
    for (const table of ['customers', 'transactions']) {
      const { rowsDelivered, rowsAccepted, rowsMerged, rowsQuarantined } = result.metrics[table] as Record<
        string,
        number
      >;
      expect(rowsAccepted! + rowsMerged! + rowsQuarantined!).toBe(rowsDelivered);
    }
    const hashes = ['customers', 'transactions', 'cleaning-report', 'data-profile'].map(
      (role) => given.outputOf(result, role).sha256,
    );
    return [...hashes, result.metrics.rules];
  };
  const expected = await tablesOf(customerLines, transactionLines, 1);
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(customerLines, { minLength: customerLines.length }),
      fc.shuffledSubarray(transactionLines, { minLength: transactionLines.length }),
      fc.integer({ min: 1, max: 2 }),
      async (customers, transactions, threads) => {
        expect(await tablesOf(customers, transactions, threads)).toEqual(expected);
      },
    ),
    { numRuns: 8, seed: 7 },
  );
});

test('the tables have the columns of the data dictionary, with their types', async () => {
  await using given = await delivery();
  const { result } = await cleaned(given, [goodCustomer], [goodTransaction]);
  await withDuckDb({ threads: 1, temporaryDirectory: given.path('spill') }, async (connection) => {
    for (const table of ['customers', 'transactions'] as const) {
      const file = given.store.absolutePath(given.outputOf(result, table));
      const described = await connection.runAndReadAll(
        `DESCRIBE SELECT * FROM read_parquet(${sqlText(file)})`,
      );
      expect(described.getRows().map(([name, type]) => [name, type])).toEqual(
        cleanedColumns[table].map(({ name, type }) => [name, type]),
      );
    }
  });
});
