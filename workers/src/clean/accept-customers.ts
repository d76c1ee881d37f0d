import type { UserRule } from '@churn/shared/cleaning/user-rules';
import type { DuckDBConnection } from '@duckdb/node-api';
import { countKeptRows, emptiedSql, quarantinedSql } from './apply-user-rules.ts';
import { acceptedTable, setAsideTable } from './row-tables.ts';

/** Lets the user's rules judge the accepted customers; returns how many rows each rule met that sets none aside. */
export async function acceptCustomers(
  connection: DuckDBConnection,
  rules: readonly UserRule[],
): Promise<ReadonlyMap<string, number>> {
  const accepted = acceptedTable.customers;
  const quarantined = quarantinedSql(accepted, rules);
  if (quarantined !== null) {
    await connection.run(`INSERT INTO ${setAsideTable.customers} ${quarantined}`);
    await connection.run(
      `CREATE OR REPLACE TABLE ${accepted} AS
       SELECT * FROM ${accepted} ANTI JOIN ${setAsideTable.customers} USING (record)`,
    );
  }
  const counts = await countKeptRows(connection, accepted, rules);
  if (counts.size > 0) {
    await connection.run(`CREATE OR REPLACE TABLE ${accepted} AS ${emptiedSql(accepted, rules)}`);
  }
  return counts;
}
