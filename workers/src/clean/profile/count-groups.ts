import { textColumns, unpackedTextsSql } from '@churn/shared/cleaning/text-columns';
import type { DeliveredTable } from '@churn/shared/schema/delivered-table';
import type { DuckDBConnection } from '@duckdb/node-api';
import { arrangedTransactions } from '../arrange-transactions.ts';
import { acceptedTable, oddTable, rowsTable } from '../row-tables.ts';
import { ageGroupSql, amountGroupSql, amountLabels, unreadable } from './group-sql.ts';

/** Rows of a column that have one value, or one group of values. */
export interface GroupCount {
  readonly table: DeliveredTable;
  readonly column: string;
  readonly moment: 'before' | 'after';
  /** Null: the value is empty. */
  readonly label: string | null;
  readonly rows: number;
}

type Labels = readonly (readonly [column: string, label: string])[];

/** Of all columns but ids, how many rows each value has, before cleaning and after; days by month, numbers by group. */
export async function countGroups(connection: DuckDBConnection): Promise<GroupCount[]> {
  const counts = [...(await customerGroups(connection)), ...(await transactionGroups(connection))];
  return counts.map((count) => (count.label === '' ? { ...count, label: null } : count));
}

function readOf(text: string, value: string, label: string): string {
  return `CASE WHEN ${value} IS NOT NULL THEN ${label} WHEN ${text} IS NOT NULL THEN '${unreadable}' END`;
}

async function customerGroups(connection: DuckDBConnection): Promise<GroupCount[]> {
  const year = 'CAST(YEAR(signup_date) AS VARCHAR)';
  const after: Labels = [
    ['age', ageGroupSql('age')],
    ['gender', 'gender'],
    ['signup_date', year],
    ['region', 'region'],
    ['churn', 'CAST(churn AS VARCHAR)'],
  ];
  const odd: Labels = [
    ['age', readOf('age_text', 'age', ageGroupSql('age'))],
    ['gender', 'raw_gender'],
    ['signup_date', readOf('signup_date_text', 'signup_date', year)],
    ['region', 'raw_region'],
    ['churn', 'raw_churn'],
  ];
  const ordinary = `${rowsTable.customers} WHERE odd IS NULL`;
  return [
    ...(await count(connection, 'customers', 'before', ordinary, after)),
    ...(await count(connection, 'customers', 'before', oddRows('customers'), odd)),
    ...(await count(connection, 'customers', 'after', acceptedTable.customers, after)),
  ];
}

async function transactionGroups(connection: DuckDBConnection): Promise<GroupCount[]> {
  const labels = (service: string): Labels => [
    ['transaction_date', 'transaction_date'],
    ['amount', amountGroupSql('amount_minor')],
    ['service', service],
  ];
  const odd: Labels = [
    [
      'transaction_date',
      readOf('transaction_date_text', 'transaction_date', 'CAST(transaction_date AS VARCHAR)'),
    ],
    [
      'amount',
      `COALESCE(${amountGroupSql('amount_minor')}, IF(amount_delivered IS NULL, NULL, ${amountLabels.length - 1}))`,
    ],
    ['service', 'raw_service'],
  ];
  const ordinary = `${rowsTable.transactions} WHERE odd IS NULL`;
  const counts = [
    ...(await count(connection, 'transactions', 'before', ordinary, labels('spelling'))),
    ...(await count(connection, 'transactions', 'before', oddRows('transactions'), odd)),
    ...(await count(connection, 'transactions', 'after', arrangedTransactions, labels('service'))),
  ];
  return counts.map((group) => ({
    ...group,
    label: group.label && transactionLabel(group.column, group.label),
  }));
}

function transactionLabel(column: string, label: string): string {
  if (column === 'amount') return amountLabels[Number(label)]!;
  return column === 'transaction_date' && label !== unreadable ? label.slice(0, 7) : label;
}

/** The odd rows as typed, beside their texts as delivered (`raw_<column>`). */
function oddRows(table: DeliveredTable): string {
  const raw = textColumns(table).map((name) => `${name} AS raw_${name}`);
  const delivered = `SELECT rowid AS record, ${unpackedTextsSql(table, 'odd')} FROM ${rowsTable[table]} WHERE odd IS NOT NULL`;
  return `${oddTable[table]} JOIN (SELECT record, ${raw.join(', ')} FROM (${delivered})) USING (record)`;
}

/** Counts the labels of several columns in one pass over the rows. */
async function count(
  connection: DuckDBConnection,
  table: DeliveredTable,
  moment: 'before' | 'after',
  source: string,
  labels: Labels,
): Promise<GroupCount[]> {
  const names = labels.map((_, index) => `label${index}`);
  const selected = labels.map(([, label], index) => `${label} AS label${index}`);
  const counted = await connection.runAndReadAll(
    `SELECT CAST(GROUPING_ID(${names.join(', ')}) AS INTEGER), CAST(COUNT(*) AS DOUBLE), ${names.map((name) => `CAST(${name} AS VARCHAR)`).join(', ')}
     FROM (SELECT ${selected.join(', ')} FROM ${source})
     GROUP BY GROUPING SETS (${names.map((name) => `(${name})`).join(', ')})`,
  );
  return counted.getRows().map(([id, rows, ...values]) => {
    // A bit for each column, the last one lowest; it is 0 of the column that is grouped by.
    const index = names.findIndex((_, at) => ((Number(id) >> (names.length - 1 - at)) & 1) === 0);
    const label = values[index];
    return {
      table,
      column: labels[index]![0],
      moment,
      label: label == null ? null : String(label),
      rows: Number(rows),
    };
  });
}
