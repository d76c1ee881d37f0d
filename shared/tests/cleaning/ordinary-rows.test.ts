import type { DuckDBConnection } from '@duckdb/node-api';
import { trimmedSql } from '../../src/cleaning/canonical-values-sql.ts';
import { readCustomersSql } from '../../src/cleaning/customers-sql.ts';
import { candidateDates } from '../../src/cleaning/detect-ordinary-dates.ts';
import { flagColumn, judgeRowsSql } from '../../src/cleaning/judge-rows-sql.ts';
import { ordinaryCustomersSql } from '../../src/cleaning/ordinary-customers-sql.ts';
import { ordinaryTransactionsSql } from '../../src/cleaning/ordinary-transactions-sql.ts';
import { textColumns } from '../../src/cleaning/text-columns.ts';
import { canonicalServiceSql, readTransactionsSql } from '../../src/cleaning/transactions-sql.ts';
import type { DateFormat, DecimalMark } from '../../src/dialect/dialect.ts';
import { sqlText, withDuckDb } from '../../src/platform/duckdb-session.ts';
import { type SeededRandom, seededRandom } from '../../src/platform/seeded-random.ts';
import type { DeliveredTable } from '../../src/schema/delivered-table.ts';

/** Texts near the border between what a cast reads and what only a rule can judge. */
const dates = [
  ...[
    '2024-03-01',
    '2024-3-1',
    '2024-03-1x',
    '2024-03-01Z',
    '2024/03/01',
    '2024-02-30',
    '1899-12-31',
    '2099-12-31',
  ],
  ...[
    '2024-03-01 10:00',
    '2024-03-01T10:00',
    '2024-03-01x',
    '19970131',
    '1997-0131',
    '19970131 10:00',
    '20240101101010',
  ],
  ...[
    '01/03/2024',
    '1/3/2024',
    '13/3/2024',
    '1/13/2024',
    '01.03.2024',
    '01-03-2024',
    '01/03/24',
    '1/3/2024 8:26',
    ' 1/3/2024',
  ],
  ...[
    '2024-03-01 ',
    'epoch',
    'infinity',
    '20240-1-01',
    'NaN',
    '1 Mar 2024',
    '0001-01-01',
    '2100-01-01',
    '99999999',
  ],
  ...[
    '2024-01-1 ',
    ' 202-01-01',
    '2024-1 -01',
    '2024- 1-01',
    '2024-01- 1',
    '2024-01--1',
    '2024-+1-01',
    '20-4-01-01',
    '+024-01-01',
    '2024-1/-01',
    '2024-00-10',
  ],
];
const amounts = [
  ...[
    '12.50',
    '-3',
    '0',
    '0.005',
    '12.340',
    '12.345',
    '1,234.50',
    '1.234,50',
    '12,5',
    '12,500',
    '1e3',
    '1_000',
    '.5',
    '5.',
  ],
  ...[
    '+5',
    ' 5',
    '5 ',
    'NaN',
    'inf',
    '99999999999',
    '999999999.99',
    '9999999999.99',
    'R$ 5',
    '(5)',
    '5-',
    '--5',
    '007',
    '-0',
  ],
];
const ids = [
  '1',
  '001',
  '17',
  '17.0',
  '17.00',
  '1.0',
  ' 1',
  'nan',
  'NULL',
  '-',
  'A-7',
  'A_7',
  'Á7',
  "7'",
  'x.0',
  'ghost',
];
const services = [
  'voice',
  'VOICE',
  ' voice',
  'voz',
  'sms',
  'Télé',
  'tele',
  'unknown',
  'NaN',
  '85123A',
  '85123a',
  'x  y',
  'new',
];
const ages = ['40', '0', '120', '7', '121', '40.0', ' 40', '007', '+4', '1e2', 'forty'];
const genders = ['female', 'male', 'other', 'male', 'F', 'Female', 'x', '?', ' male'];
const regions = [
  'north',
  'rio',
  'north',
  'a b',
  'norte',
  'north-east',
  'são',
  'a  b',
  'a-',
  'unknown',
  'North',
  ' south',
];
const flags = ['0', '1', '0', '1', '1.0', 'yes', 'sim', 'true', '2', ' 1'];

const texts: Record<DeliveredTable, readonly (readonly string[])[]> = {
  customers: [ids, ages, genders, dates, regions, flags],
  transactions: [ids, dates, amounts, services, ids],
};

function source(table: DeliveredTable, rows: number, random: SeededRandom): string {
  const lines = Array.from({ length: rows }, (_, record) => {
    const values = texts[table].map((choices) => {
      // The first are plain, and taken more often than the rest.
      const last = random.integer(0, 1) === 0 ? 3 : choices.length - 1;
      const text = random.integer(0, 9) === 0 ? '' : choices[random.integer(0, last)]!;
      return text === '' ? 'CAST(NULL AS VARCHAR)' : sqlText(text);
    });
    return `(${record}, 0, ${values.join(', ')})`;
  });
  return `(SELECT * FROM (VALUES ${lines.join(', ')}) AS v (record, part, ${textColumns(table).join(', ')}))`;
}

const formats: DateFormat[][] = [
  ['iso', 'compact', 'named', 'day-first'],
  ['iso', 'compact', 'named', 'month-first'],
];

/** Ordinary rows that are not what the rules make of them, and how many are ordinary. */
async function compare(connection: DuckDBConnection, ordinary: string, judged: string, columns: string[]) {
  const differs = columns
    .map((column) => `ordinary.${column} IS DISTINCT FROM judged.${column}`)
    .join(' OR ');
  const joined = `(${ordinary}) AS ordinary LEFT JOIN (${judged}) AS judged USING (record)`;
  const wrong = await connection.runAndReadAll(
    `SELECT texts FROM (SELECT record, texts FROM texts) JOIN (SELECT record FROM ${joined}
     WHERE ordinary.odd IS NULL AND (judged.rule IS NOT NULL OR ${differs})) USING (record) LIMIT 3`,
  );
  const all = await connection.runAndReadAll(
    `SELECT CAST(COUNT(*) AS INTEGER) FROM (${ordinary}) WHERE odd IS NULL`,
  );
  return { wrong: wrong.getRowsJson(), all: Number(all.getRows()[0]![0]) };
}

test('an ordinary customer is what the rules make of it, and no rule applies to it', async () => {
  const random = seededRandom(7);
  let ordinaryRows = 0;
  await withDuckDb({ threads: 2, temporaryDirectory: 'unused' }, async (connection) => {
    for (const dates of candidateDates(formats[0]!)) {
      await connection.run(
        `CREATE OR REPLACE TABLE texts AS SELECT *, CONCAT_WS('|', *COLUMNS(*)) AS texts FROM ${source('customers', 2000, random)}`,
      );
      const reading = { dates: formats[0]!, decimal: 'point' as const, currency: null };
      const judged = judgeRowsSql('customers', readCustomersSql('texts', reading));
      const flagged = [
        'customer-id-as-decimal',
        'bad-age',
        'gender-spelling',
        'unknown-gender',
        'bad-signup-date',
      ];
      const anyFlag = [...flagged, 'region-spelling', 'bad-churn'].map(flagColumn).join(' OR ');
      const strict = `SELECT * REPLACE (CASE WHEN ${anyFlag} THEN 'flagged' ELSE rule END AS rule) FROM (${judged})`;
      const ordinary = `SELECT *, rowid AS record FROM ordinary`;
      await connection.run(
        `CREATE OR REPLACE TABLE ordinary AS ${ordinaryCustomersSql('SELECT * EXCLUDE (texts) FROM texts ORDER BY record', 0, dates)}`,
      );
      const columns = ['customer_id', 'age', 'gender', 'signup_date', 'region', 'churn'];
      const { wrong, all } = await compare(connection, ordinary, strict, columns);
      expect(wrong).toEqual([]);
      ordinaryRows += all;
    }
  });
  expect(ordinaryRows).toBeGreaterThan(10);
});

test.each<[DecimalMark, DateFormat[]]>([
  ['point', formats[0]!],
  ['comma', formats[1]!],
])('an ordinary transaction with a decimal %s is what the rules make of it', async (decimal, read) => {
  const random = seededRandom(8);
  const ordinaryRows = new Map<string, number>();
  await withDuckDb({ threads: 2, temporaryDirectory: 'unused' }, async (connection) => {
    await connection.run("CREATE TYPE customer_key AS ENUM ('1', '001', '17', 'A-7')");
    await connection.run(
      `CREATE TABLE known AS SELECT CAST(customer_id AS customer_key) AS customer, customer_id, CAST(NULL AS DATE) AS signup_date
         FROM (VALUES ('1'), ('001'), ('17'), ('A-7')) AS v (customer_id)`,
    );
    const spellings = ['voice', 'VOICE', ' voice', 'voz', 'sms', 'Télé', 'tele', '85123A', '85123a', 'x  y'];
    await connection.run(`CREATE TYPE spelling_key AS ENUM (${spellings.map(sqlText).join(', ')})`);
    for (const dates of candidateDates(read)) {
      await connection.run(
        `CREATE OR REPLACE TABLE texts AS SELECT *, CONCAT_WS('|', *COLUMNS(*)) AS texts FROM ${source('transactions', 6000, random)}`,
      );
      const settings = { asOfDay: 19_800, dropIdentical: false };
      const reading = { dates: read, decimal, currency: null };
      const judged = judgeRowsSql('transactions', readTransactionsSql('texts', 'known', reading, settings));
      const strict = `SELECT *, customer_id AS customer, ${flagColumn('transaction-id-as-decimal')} AS is_decimal
            FROM (${judged}) WHERE NOT (rule IS NULL AND ${flagColumn('amount-rounded')})`;
      const told = {
        dates,
        decimal,
        customerKey: 'customer_key',
        spellingKey: 'spelling_key',
        hasDecimalIds: true,
        hasIds: true,
      };
      await connection.run(
        `CREATE OR REPLACE TABLE ordinary AS
             ${ordinaryTransactionsSql('SELECT * EXCLUDE (record, part, texts) FROM texts ORDER BY record', '0', told, settings)}`,
      );
      const columns = ['customer', 'transaction_date', 'amount_minor', 'service', 'transaction_id'];
      columns.push('is_decimal');
      const service = canonicalServiceSql(trimmedSql('CAST(spelling AS VARCHAR)'));
      const numbered = `SELECT *, rowid AS record, ${service} AS service FROM ordinary`;
      const { wrong, all } = await compare(connection, numbered, strict, columns);
      expect([dates, wrong]).toEqual([dates, []]);
      const key = `${dates.format} ${dates.separator}`;
      ordinaryRows.set(key, all + (ordinaryRows.get(key) ?? 0));
    }
  });
  for (const rows of ordinaryRows.values()) expect(rows).toBeGreaterThan(4);
});
