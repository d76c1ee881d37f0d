import { writeFile } from 'node:fs/promises';
import { customersHeader, delivery, transactionsHeader } from './delivery.ts';
import { runChurn } from './run-churn.ts';

const customers = `${customersHeader}\n${Array.from({ length: 20 }, (_, id) => `${id},40,female,2020-01-31,north,0`).join('\n')}\n`;

/** Rows of an event log: different ones, but for those that `sameEvery` says. */
const block = (rows: number, from = 0) =>
  Array.from({ length: rows }, (_, index) => {
    const at = from + index;
    return `${at % 20},2024-0${1 + (at % 9)}-11,${at}.50,voice`;
  });

async function cleaned(lines: readonly string[], ...argv: string[]) {
  const given = await delivery();
  await given.deliver(customers, `${[transactionsHeader, ...lines].join('\n')}\n`);
  await given.ingest();
  const { result } = await given.run('clean', '--quarantine-budget', '1', ...argv);
  expect(result.error).toBeUndefined();
  return { given, rules: result.metrics.rules, rows: given.outputOf(result, 'transactions').rows };
}

test('a block that was delivered twice counts once, wherever the copy stands', async () => {
  const lines = [...block(200), ...block(30, 500), ...block(100, 50), ...block(10, 700)];
  const { given, rules, rows } = await cleaned(lines);
  await using _ = given;
  expect(rules).toEqual({ 'repeated-block': 100 });
  expect(rows).toBe(240);
});

test('a block counts once with its faulty rows, which stay in the quarantine twice, and with equal rows inside', async () => {
  const once = [...block(40), 'x,2024-01-11,1.00,voice', 'broken', ...block(40, 40), ...block(3)];
  const { given, rules, rows } = await cleaned([...once, ...block(5, 300), ...once, ...once]);
  await using _ = given;
  expect(rules).toEqual({
    'broken-transaction-line': 3,
    'unknown-customer': 3,
    'repeated-block': 166,
    'identical-transaction': 3,
  });
  expect(rows).toBe(88);
});

test('equal rows are no block: scattered ones, the same row many times, a short run', async () => {
  const scattered = block(200).flatMap((line, index) => (index % 2 === 0 ? [line, line] : [line]));
  const same = Array.from({ length: 200 }, () => '1,2024-01-11,7.00,voice');
  const short = [...block(49, 1000), ...block(30, 2000), ...block(49, 1000)];
  const { given, rules } = await cleaned([...scattered, ...same, ...short]);
  await using _ = given;
  expect(rules).toEqual({ 'identical-transaction': 100 + 199 + 49 });
});

const withIds = (lines: readonly string[]) =>
  `${[`${transactionsHeader},Transaction ID`, ...lines].join('\n')}\n`;

test('rows of one transaction_id are one transaction; without an id a row stands for itself', async () => {
  await using given = await delivery();
  await given.deliver(
    customers,
    withIds([
      '1,2024-01-11,1.00,voice,a',
      '1,2024-01-11,1.00,voice,a',
      '1,2024-01-11,2.00,voice,b',
      '1,2024-01-11,3.00,voice,b',
      '1,2024-01-11,1.00,voice,',
      '1,2024-01-11,1.00,voice,c',
    ]),
  );
  await given.ingest();
  const { result } = await given.run('clean', '--quarantine-budget', '1');
  expect(result.metrics.rules).toEqual({
    'repeated-transaction': 1,
    'conflicting-transaction': 1,
    'identical-transaction': 2,
  });
  expect((await given.quarantine(result)).map(({ line }) => line)).toEqual([5]);
});

test('a transaction that comes again with a later delivery replaces the one before', async () => {
  await using given = await delivery();
  await given.deliver(customers, withIds(['1,2024-01-11,1.00,voice,a', '1,2024-01-12,2.00,voice,b']));
  await given.ingest();
  await writeFile(given.path('corrected.csv'), withIds(['1,2024-01-11,9.00,voice,a']));
  const appended = [
    '--append-to',
    'r1',
    '--transactions',
    given.path('corrected.csv'),
    '--arrived',
    '2024-02-01',
  ];
  await runChurn('ingest', '--run', 'r2', '--data-dir', given.dataDirectory, ...appended);
  const { result } = await runChurn('clean', '--run', 'r2', '--data-dir', given.dataDirectory);
  expect(result.metrics.rules).toEqual({ 'superseded-transaction': 1 });
  expect(await given.rows(result, 'transactions', 'amount_minor, arrived_on')).toEqual([
    ['900', '2024-02-01'],
    ['200', null],
  ]);
});

test('an amount far beyond the others is marked and kept', async () => {
  const amounts = Array.from({ length: 60 }, (_, index) => `1,2024-01-11,${10 + index}.00,voice`);
  const { given, rules } = await cleaned([
    ...amounts,
    '1,2024-01-11,-90000.00,voice',
    '1,2024-01-11,120.00,voice',
  ]);
  await using _ = given;
  expect(rules).toEqual({ 'outlier-amount': 1 });
  const { result } = await given.run('clean', '--quarantine-budget', '1');
  const marked = await given.rows(result, 'transactions', 'amount_minor, is_outlier');
  expect(marked.filter(([, isOutlier]) => isOutlier)).toEqual([['-9000000', true]]);
});
