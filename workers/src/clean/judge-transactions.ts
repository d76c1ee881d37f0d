import type { CleaningSettings } from '@churn/shared/cleaning/cleaning-settings';
import { flagColumn, judgeRowsSql } from '@churn/shared/cleaning/judge-rows-sql';
import { foreignTextSql } from '@churn/shared/cleaning/text-columns';
import { readTransactionsSql } from '@churn/shared/cleaning/transactions-sql';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { DeliveredFile } from './delivered-file.ts';
import { knownCustomers } from './name-customers.ts';
import { readOddRowsSql } from './odd-rows-sql.ts';
import {
  excludedTransactions,
  judgedTransactions,
  oddTable,
  rowsTable,
  setAsideTable,
} from './row-tables.ts';
import { knownSpellings } from './sample-transactions.ts';

/** Rules that change or keep, by the column of accepted rows that counts them. */
export const transactionFlags = {
  is_decimal: 'transaction-id-as-decimal',
  is_respelled: 'service-spelling',
  is_before_signup: 'transaction-before-signup',
  is_rounded: 'amount-rounded',
} as const;

/** Enumeration of all services in their order. */
export const serviceKey = 'service_key';
const spelledServices = 'spelled_services';

/** Judges the loaded transactions, each row by itself; leaves the tables of `row-tables.ts` but the accepted ones. */
export async function judgeTransactions(
  connection: DuckDBConnection,
  files: readonly DeliveredFile[],
  settings: CleaningSettings,
  hasIds: boolean,
): Promise<void> {
  const odd = oddTable.transactions;
  const oddRows = readOddRowsSql('transactions', files, (source, reading) =>
    readTransactionsSql(source, knownCustomers, reading, settings),
  );
  await connection.run(`CREATE TABLE ${odd} AS ${judgeRowsSql('transactions', oddRows)}`);
  await connection.run(`CREATE TABLE ${excludedTransactions} (record BIGINT, rule VARCHAR)`);
  await connection.run(
    `CREATE VIEW ${setAsideTable.transactions} AS SELECT record, rule FROM ${odd} WHERE rule IS NOT NULL
     UNION ALL SELECT record, rule FROM ${excludedTransactions}`,
  );
  await nameServices(connection);
  const ids = hasIds ? ', transaction_id' : '';
  const flags = Object.entries(transactionFlags).map(([column, rule]) => `${flagColumn(rule)} AS ${column}`);
  await connection.run(
    `CREATE VIEW ${judgedTransactions} AS
     SELECT rows.rowid AS record, part, rows.customer, transaction_date, amount_minor, service${ids}, is_decimal,
       COALESCE(is_respelled, false) AS is_respelled, COALESCE(transaction_date < signup_date, false) AS is_before_signup,
       false AS is_rounded
     FROM ${rowsTable.transactions} AS rows LEFT JOIN ${spelledServices} USING (spelling)
     LEFT JOIN ${knownCustomers} AS known ON known.customer = rows.customer WHERE odd IS NULL
     UNION ALL SELECT record, part, customer, transaction_date, amount_minor,
       CAST(service AS ${serviceKey})${ids}, ${flags.join(', ')}
     FROM ${odd} WHERE rule IS NULL`,
  );
}

async function nameServices(connection: DuckDBConnection): Promise<void> {
  await connection.run(
    `CREATE TYPE ${serviceKey} AS ENUM (SELECT service FROM (
       SELECT ${foreignTextSql} AS service UNION SELECT service FROM ${knownSpellings}
       UNION SELECT service FROM ${oddTable.transactions} WHERE rule IS NULL AND service IS NOT NULL)
     ORDER BY service)`,
  );
  await connection.run(
    `CREATE TABLE ${spelledServices} AS
     SELECT spelling, CAST(service AS ${serviceKey}) AS service, is_respelled FROM ${knownSpellings}`,
  );
}
