import { compareCustomersSql } from '@churn/shared/cleaning/compare-customers-sql';
import { customerColumns, readCustomersSql } from '@churn/shared/cleaning/customers-sql';
import { judgeRowsSql } from '@churn/shared/cleaning/judge-rows-sql';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { DeliveredFile } from './delivered-file.ts';
import { readOddRowsSql } from './odd-rows-sql.ts';
import { acceptedTable, oddTable, partsTable, rowsTable, setAsideTable } from './row-tables.ts';

/** Customers that were accepted by themselves, before the comparison with other rows. */
export const judgedCustomers = 'judged_customers';

/** Judges the loaded customers, each row by itself and then rows of one id together; leaves the tables of `row-tables.ts`. */
export async function judgeCustomers(
  connection: DuckDBConnection,
  files: readonly DeliveredFile[],
): Promise<void> {
  const odd = oddTable.customers;
  const columns = customerColumns.join(', ');
  await connection.run(
    `CREATE TABLE ${odd} AS
     ${judgeRowsSql('customers', readOddRowsSql('customers', files, readCustomersSql))}`,
  );
  await connection.run(
    `CREATE VIEW ${judgedCustomers} AS
     SELECT judged.*, parts.delivery FROM (
       SELECT rowid AS record, part, ${columns} FROM ${rowsTable.customers} WHERE odd IS NULL
       UNION ALL SELECT record, part, ${columns} FROM ${odd} WHERE rule IS NULL) AS judged
     JOIN ${partsTable.customers} AS parts USING (part)`,
  );
  await connection.run(
    `CREATE TABLE ${setAsideTable.customers} AS
     SELECT record, rule FROM ${odd} WHERE rule IS NOT NULL
     UNION ALL ${compareCustomersSql(judgedCustomers)}`,
  );
  await connection.run(
    `CREATE TABLE ${acceptedTable.customers} AS
     SELECT * FROM ${judgedCustomers} ANTI JOIN ${setAsideTable.customers} USING (record)`,
  );
}
