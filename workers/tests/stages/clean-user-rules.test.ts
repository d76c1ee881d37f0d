import { writeFile } from 'node:fs/promises';
import { customersHeader, type Delivery, delivery, transactionsHeader } from './delivery.ts';

const customers = `${customersHeader}\n001,40,female,2020-01-31,north,0\n002,17,male,2030-01-31,south,0\n`;
const transactions = `${transactionsHeader}\n001,2024-05-31,12.50,voice\n001,2024-06-01,5000.01,gift\n002,2024-06-01,1,\n`;

const rule = (more: Record<string, unknown>) => ({
  id: 'my-rule',
  table: 'transactions',
  column: 'amount',
  check: { max: 5000 },
  action: 'keep',
  reason: 'Because we say so.',
  ...more,
});

async function cleanedBy(given: Delivery, rules: unknown[], ...argv: string[]) {
  await given.deliver(customers, transactions);
  await given.ingest();
  await writeFile(given.path('rules.json'), JSON.stringify({ rules }));
  return given.run('clean', '--rules', given.path('rules.json'), '--quarantine-budget', '1', ...argv);
}

test('a row that fails a check is set aside with the reason of the user', async () => {
  await using given = await delivery();
  const { result } = await cleanedBy(given, [rule({ action: 'quarantine' })]);
  expect(await given.quarantine(result)).toEqual([
    {
      file: 'transactions.csv',
      line: 3,
      raw: '001,2024-06-01,5000.01,gift',
      rule: 'my-rule',
      reason: 'Because we say so.',
    },
  ]);
  expect(result.metrics.transactions).toMatchObject({ rowsAccepted: 2, rowsQuarantined: 1 });
});

test.each([
  [{ table: 'customers', column: 'age', check: { min: 18 } }, 1],
  [{ table: 'customers', column: 'signup_date', check: { notAfter: '2025-12-31' } }, 1],
  [{ table: 'customers', column: 'region', check: { oneOf: ['north'] } }, 1],
  [{ table: 'customers', column: 'churn', check: { oneOf: [1] } }, 2],
  [{ column: 'service', check: { pattern: 'v.*' } }, 1],
  [{ column: 'service', check: { required: true } }, 1],
  [{ column: 'service', check: { required: true, oneOf: ['voice'] } }, 2],
  [{ column: 'customer_id', check: { pattern: '0+1' } }, 1],
  [{ column: 'amount', check: { min: 1, max: 5000.01 } }, 0],
  [{ column: 'transaction_date', check: { notBefore: '2024-06-01' } }, 1],
])('the rule %j meets %d rows and keeps them', async (more, rows) => {
  await using given = await delivery();
  const { result } = await cleanedBy(given, [rule(more)]);
  expect((result.metrics.rules as Record<string, number>)['my-rule'] ?? 0).toBe(rows);
  expect(result.metrics.transactions).toMatchObject({ rowsAccepted: 3 });
});

test('a value that fails a check may be taken away', async () => {
  await using given = await delivery();
  const { result } = await cleanedBy(given, [
    rule({ table: 'customers', column: 'age', check: { min: 18 }, action: 'null' }),
    rule({ id: 'no-gifts', column: 'service', check: { oneOf: ['voice'] }, action: 'null' }),
  ]);
  expect((await given.rows(result, 'customers'))[1]).toEqual(['002', null, 'male', '2030-01-31', 'south', 0]);
  expect(await given.rows(result, 'transactions')).toContainEqual(['001', '2024-06-01', '500001', null]);
});

test('customers set aside by a rule take their transactions with them', async () => {
  await using given = await delivery();
  const { result } = await cleanedBy(given, [
    rule({ table: 'customers', column: 'age', check: { min: 18 }, action: 'quarantine' }),
  ]);
  expect(result.metrics.rules).toEqual({ 'my-rule': 1, 'unknown-customer': 1 });
});

test('a rule of the user has a budget, its own or by option', async () => {
  await using given = await delivery();
  await given.deliver(customers, transactions);
  await given.ingest();
  const rules = [rule({ action: 'quarantine', budget: 0.1 })];
  await writeFile(given.path('rules.json'), JSON.stringify({ rules }));
  const clean = (...argv: string[]) => given.run('clean', '--rules', given.path('rules.json'), ...argv);
  const refused = await clean();
  expect(refused.exitCode).toBe(2);
  expect(refused.result.error!.message).toContain('expected my-rule to set aside at most 10 %');
  expect((await clean('--budget', 'my-rule=0.5')).exitCode).toBe(0);
});

test('another content of the rules is another result, the same content a cached one', async () => {
  await using given = await delivery();
  await cleanedBy(given, [rule({})]);
  expect((await cleanedBy(given, [rule({})])).result.status).toBe('cached');
  expect((await cleanedBy(given, [rule({ check: { max: 1 } })])).result.metrics.rules).toMatchObject({
    'my-rule': 2,
  });
});

test('all that is wrong in a file of rules is told at once', async () => {
  await using given = await delivery();
  const { exitCode, result } = await cleanedBy(given, [
    rule({ id: 'bad-age' }),
    rule({ column: 'price' }),
    rule({ column: 'service', check: { max: 3 } }),
    rule({ action: 'null' }),
    rule({ check: {} }),
    rule({ budget: 0.1 }),
    rule({ column: 'service', check: { oneOf: [1] } }),
    rule({ reason: '' }),
    rule({ colour: 'red' }),
  ]);
  expect(exitCode).toBe(2);
  expect(result.error!.details.map((detail) => detail.split(':')[0])).toEqual(
    expect.arrayContaining([
      'rules.0.id',
      'rules.1.column',
      'rules.2.check',
      'rules.3.action',
      'rules.4.check',
    ]),
  );
  expect(result.error!.details.length).toBeGreaterThanOrEqual(9);
});

test('a pattern that is no regular expression is refused', async () => {
  await using given = await delivery();
  const { exitCode, result } = await cleanedBy(given, [rule({ column: 'service', check: { pattern: '(' } })]);
  expect(exitCode).toBe(2);
  expect(result.error!.code).toBe('bad-rules');
});
