import { foreignTextSql } from '@churn/shared/cleaning/text-columns';
import type { DuckDBConnection } from '@duckdb/node-api';
import { acceptedTable } from './row-tables.ts';

/** Enumeration of the accepted ids in their order: a number in memory, a text when written. */
export const customerKey = 'customer_key';
/** Customers by key: `customer`, `customer_id`, `signup_date`. */
export const knownCustomers = 'known_customers';

/** Lets transactions find their customers. */
export async function nameCustomers(connection: DuckDBConnection): Promise<void> {
  // An enumeration needs a value.
  await connection.run(
    `CREATE TYPE ${customerKey} AS ENUM (
       SELECT customer_id FROM (
         SELECT ${foreignTextSql} AS customer_id UNION ALL SELECT customer_id FROM ${acceptedTable.customers})
       ORDER BY customer_id)`,
  );
  await connection.run(
    `CREATE TABLE ${knownCustomers} AS
     SELECT CAST(customer_id AS ${customerKey}) AS customer, customer_id, signup_date FROM ${acceptedTable.customers}`,
  );
}
