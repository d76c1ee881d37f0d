import type { DuckDBConnection } from '@duckdb/node-api';
import { compileFeatureSql, type FeatureQuery } from '../../src/features/compile-feature-sql.ts';
import { dayText } from '../../src/platform/calendar-day.ts';
import { sqlText } from '../../src/platform/duckdb-session.ts';
import type { Customer } from '../../src/schema/customer.ts';
import type { Transaction } from '../../src/schema/transaction.ts';

export interface KnownCustomer extends Customer {
  readonly churn: 0 | 1 | null;
  readonly transactions: readonly Transaction[];
}

/** Puts customers and their transactions into the tables `customers` and `transactions`, sorted as cleaning leaves them. */
export async function loadCustomers(
  connection: DuckDBConnection,
  customers: readonly KnownCustomer[],
): Promise<void> {
  await connection.run(`
    CREATE OR REPLACE TABLE customers (customer_id VARCHAR, age INTEGER, gender VARCHAR, signup_date DATE, region VARCHAR, churn TINYINT);
    CREATE OR REPLACE TABLE delivered (customer_id VARCHAR, transaction_date DATE, amount_minor BIGINT, service VARCHAR);`);
  await insert(
    connection,
    'customers',
    customers.map(({ customerId, age, gender, signupDay, region, churn }) => [
      sqlText(customerId),
      String(age),
      text(gender),
      signupDay === null ? 'NULL' : `DATE '${dayText(signupDay)}'`,
      text(region),
      String(churn),
    ]),
  );
  await insert(
    connection,
    'delivered',
    customers.flatMap(({ customerId, transactions }) =>
      transactions.map(({ day, amountMinor, service }) => [
        sqlText(customerId),
        `DATE '${dayText(day)}'`,
        String(amountMinor),
        text(service),
      ]),
    ),
  );
  await connection.run(
    'CREATE OR REPLACE TABLE transactions AS FROM delivered ORDER BY customer_id, transaction_date',
  );
}

/** The feature table of the loaded customers, a row as an object. */
export async function featureRows(
  connection: DuckDBConnection,
  rows: FeatureQuery['rows'],
  ranges?: FeatureQuery['ranges'],
): Promise<Record<string, unknown>[]> {
  const relations = { customers: 'customers', transactions: 'transactions' };
  const sql = compileFeatureSql({ ...relations, rows, ...(ranges === undefined ? {} : { ranges }) });
  return (await connection.runAndReadAll(sql)).getRowObjects();
}

async function insert(connection: DuckDBConnection, table: string, rows: readonly string[][]): Promise<void> {
  if (rows.length === 0) return;
  await connection.run(`INSERT INTO ${table} VALUES ${rows.map((row) => `(${row.join(', ')})`).join(', ')}`);
}

function text(value: string | null): string {
  return value === null ? 'NULL' : sqlText(value);
}
