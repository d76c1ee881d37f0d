import { join } from 'node:path';
import type { CleaningSettings } from '@churn/shared/cleaning/cleaning-settings';
import { judgeCustomersSql, readCustomersSql } from '@churn/shared/cleaning/customers-sql';
import { numberedFileSql } from '@churn/shared/cleaning/numbered-file-sql';
import { judgeTransactionsSql, readTransactionsSql } from '@churn/shared/cleaning/transactions-sql';
import { sqlText } from '@churn/shared/platform/duckdb-session';
import type { DeliveredTable } from '@churn/shared/schema/delivered-table';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { DeliveredFile } from './delivered-file.ts';
import { type NumberedRecords, numberRecords } from './number-records.ts';

/** Table of judged rows: typed columns, `line`, `rule` (null: accepted) and a flag for each rule that changes or keeps. */
export const judgedTable: Record<DeliveredTable, string> = {
  customers: 'judged_customers',
  transactions: 'judged_transactions',
};

/** Table of the lines set aside: `line`, `rule`. */
export const setAsideTable: Record<DeliveredTable, string> = {
  customers: 'customers_set_aside',
  transactions: 'transactions_set_aside',
};

const brokenRule = { customers: 'broken-customer-line', transactions: 'broken-transaction-line' } as const;

/** Reads both files into the database and judges every row; leaves the tables named above. */
export async function judgeDelivery(
  connection: DuckDBConnection,
  files: Record<DeliveredTable, DeliveredFile>,
  settings: CleaningSettings,
  temporaryDirectory: string,
  signal: AbortSignal,
): Promise<Record<DeliveredTable, NumberedRecords>> {
  const numbered = async (table: DeliveredTable) => {
    const records = join(temporaryDirectory, `${table}.csv`);
    const broken = join(temporaryDirectory, `${table}-broken.csv`);
    return { records, broken, counts: await numberRecords(files[table], records, broken, signal) };
  };
  const customers = await numbered('customers');
  const customersFile = numberedFileSql(customers.records, 'customers', files.customers.dialect);
  await connection.run(
    `CREATE TEMP TABLE ${judgedTable.customers} AS
     ${judgeCustomersSql(readCustomersSql(customersFile, settings.dialect.customers))}`,
  );
  signal.throwIfAborted();
  const transactions = await numbered('transactions');
  const accepted = `(SELECT customer_id, signup_date FROM ${judgedTable.customers} WHERE rule IS NULL)`;
  const transactionsFile = numberedFileSql(transactions.records, 'transactions', files.transactions.dialect);
  await connection.run(
    `CREATE TEMP TABLE ${judgedTable.transactions} AS
     ${judgeTransactionsSql(readTransactionsSql(transactionsFile, accepted, settings), settings)}`,
  );
  signal.throwIfAborted();
  for (const [table, { broken }] of [
    ['customers', customers],
    ['transactions', transactions],
  ] as const) {
    await connection.run(
      `CREATE TEMP TABLE ${setAsideTable[table]} AS
       SELECT line, rule FROM ${judgedTable[table]} WHERE rule IS NOT NULL
       UNION ALL SELECT line, ${sqlText(brokenRule[table])}
       FROM read_csv(${sqlText(broken)}, auto_detect = false, header = false, columns = {'line': 'BIGINT'})`,
    );
  }
  return { customers: customers.counts, transactions: transactions.counts };
}
