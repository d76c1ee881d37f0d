import { dataProfileSchema } from '@churn/shared/cleaning/data-profile';
import { englishWordsIn } from '../report/english-words.ts';
import { readText } from '../report/read-text.ts';
import { customersHeader, delivery, transactionsHeader } from './delivery.ts';

const customers = [
  '001,40,female,2020-01-31,north,0',
  '002,old,F,2021-02-30,NORTE,1',
  '002,old,F,2021-02-30,NORTE,1',
  '003,41,?,,<script>alert(1)</script>,',
];
const transactions = [
  '001,2024-05-31,12.50,voice',
  '001,2024-05-31,12.50,voice',
  '001,2024-06-01,-3.00,VOZ',
  '002.0,2024-06-02,1e3,<b>tv</b>',
  '"<img src=x>",2024-06-02,5,sms',
  '001,2024-06-32,5,',
  '003,2024-06-02,free,sms',
];

async function cleaned(...options: string[]) {
  const given = await delivery();
  await given.deliver(
    `${[customersHeader, ...customers].join('\n')}\n`,
    `${[transactionsHeader, ...transactions].join('\n')}\n`,
  );
  await given.ingest();
  const { result } = await given.run('clean', '--quarantine-budget', '1', ...options);
  const text = (role: string) => given.store.readText(given.outputOf(result, role));
  return { ...given, result, page: await text('cleaning-page'), profile: await text('data-profile') };
}

test('the profile counts what columns hold before cleaning and after', async () => {
  await using given = await cleaned();
  const profile = dataProfileSchema.parse(JSON.parse(given.profile));
  const column = (table: 'customers' | 'transactions', name: string) =>
    profile[table].find((found) => found.column === name)!;
  expect(column('customers', 'age')).toMatchObject({
    before: {
      filled: 4,
      empty: 0,
      groups: [
        { label: '40 to 49', rows: 2 },
        { label: '(unreadable)', rows: 2 },
      ],
    },
    after: { filled: 2, empty: 1, groups: [{ label: '40 to 49', rows: 2 }] },
  });
  expect(column('customers', 'gender').before.groups).toEqual([
    { label: 'F', rows: 2 },
    { label: '?', rows: 1 },
    { label: 'female', rows: 1 },
  ]);
  expect(column('customers', 'gender').after.groups).toEqual([{ label: 'female', rows: 2 }]);
  expect(column('customers', 'signup_date').before).toMatchObject({
    filled: 3,
    empty: 1,
    groups: [
      { label: '2020', rows: 1 },
      { label: '(unreadable)', rows: 2 },
    ],
  });
  expect(column('transactions', 'amount')).toMatchObject({
    before: {
      filled: 7,
      groups: [
        { label: 'below 0', rows: 1 },
        { label: '3 to 10', rows: 2 },
        { label: '10 to 30', rows: 2 },
        { label: '1000 to 3000', rows: 1 },
        { label: '(unreadable)', rows: 1 },
      ],
    },
    after: { filled: 4, empty: 0 },
  });
  expect(column('transactions', 'transaction_date')).toMatchObject({
    before: {
      groups: [
        { label: '2024-05', rows: 2 },
        { label: '2024-06', rows: 4 },
        { label: '(unreadable)', rows: 1 },
      ],
    },
    after: {
      groups: [
        { label: '2024-05', rows: 2 },
        { label: '2024-06', rows: 2 },
      ],
    },
  });
  expect(column('transactions', 'service').after.groups).toEqual([
    { label: 'voice', rows: 3 },
    { label: '<b>tv</b>', rows: 1 },
  ]);
});

test('the page shows examples as delivered and what became of them, and loads and runs nothing', async () => {
  await using given = await cleaned();
  const { page } = given;
  expect(page).not.toMatch(/<(script|img|b>|link|iframe)/);
  expect(page).not.toMatch(/<[^>]* (src|href)="(?!#)/);
  expect(page).toContain("default-src 'none'");
  expect(page.split('customer_id is 002')).toHaveLength(2);
  const cell = (text: string) => `<td><code>${text}</code></td>`;
  expect(page).toContain(
    `${cell('transactions.csv:6')}${cell('&quot;&lt;img src=x&gt;&quot;,2024-06-02,5,sms')}<td>set aside</td>`,
  );
  expect(page).toContain(
    `${cell('transactions.csv:4')}${cell('001,2024-06-01,-3.00,VOZ')}<td>service is voice</td>`,
  );
  expect(page).toContain(
    `${cell('customers.csv:3')}${cell('002,old,F,2021-02-30,NORTE,1')}<td>age is empty</td>`,
  );
  expect(page).toContain(
    `${cell('customers.csv:4')}${cell('002,old,F,2021-02-30,NORTE,1')}<td>merged with its like</td>`,
  );
  expect(page).toContain(`${cell('transactions.csv:3')}${cell('001,2024-05-31,12.50,voice')}<td>kept</td>`);
  expect(page).toContain('Of 7 delivered transactions, 4 (57.1');
});

test('the page in Portuguese tells the same rows without an English sentence', async () => {
  await using given = await cleaned('--lang', 'pt-BR');
  const { page } = given;
  expect(page).toContain('<html lang="pt-BR">');
  expect(page).not.toContain('<span lang="en">');
  // Names of files and columns, and a spelling of the flag, stay as they are.
  const named = ['customers', 'transactions', 'amount', 'service', 'yes'];
  expect(englishWordsIn(readText(page)).filter((word) => !named.includes(word))).toEqual([]);
  expect(page).toContain('De 7 linhas de transações, 4 foram aceitas (57,1');
  expect(page).toContain('<td>age está vazia</td>');
  for (const group of ['(ilegível)', 'abaixo de 0', '40 a 49']) expect(page).toContain(`>${group}</text>`);
});

test('the language changes the page and no other file', async () => {
  await using english = await cleaned();
  await using portuguese = await cleaned('--lang', 'pt-BR');
  const hashes = ({ result }: typeof english) => result.outputs.map(({ role, sha256 }) => [role, sha256]);
  const same = hashes(english).filter(([role]) => role !== 'cleaning-page');
  expect(hashes(portuguese).filter(([role]) => role !== 'cleaning-page')).toEqual(same);
  expect(portuguese.page).not.toBe(english.page);
});

test('a delivery without a fault has a page, too', async () => {
  await using given = await delivery();
  await given.deliver(`${customersHeader}\n${customers[0]}\n`, `${transactionsHeader}\n${transactions[0]}\n`);
  await given.ingest();
  const { result } = await given.run('clean');
  const page = await given.store.readText(given.outputOf(result, 'cleaning-page'));
  expect(page).toContain('No rule applied.');
});
