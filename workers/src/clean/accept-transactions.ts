import { compareTransactionsSql } from '@churn/shared/cleaning/compare-transactions-sql';
import type { UserRule } from '@churn/shared/cleaning/user-rules';
import type { DuckDBConnection } from '@duckdb/node-api';
import { countKeptRows, emptiedSql, quarantinedSql } from './apply-user-rules.ts';
import { acceptedTable, excludedTransactions, judgedTransactions, partsTable } from './row-tables.ts';

/**
 * Lets the user's rules judge the accepted transactions and compares those with a transaction_id; leaves the accepted ones as a
 * view. Returns how many rows each rule of the user met that sets none aside.
 */
export async function acceptTransactions(
  connection: DuckDBConnection,
  rules: readonly UserRule[],
  hasIds: boolean,
): Promise<ReadonlyMap<string, number>> {
  const remaining = `(SELECT * FROM ${judgedTransactions} ANTI JOIN ${excludedTransactions} USING (record))`;
  const quarantined = quarantinedSql(judgedTransactions, rules);
  if (quarantined !== null) await connection.run(`INSERT INTO ${excludedTransactions} ${quarantined}`);
  if (hasIds) {
    await connection.run(
      `CREATE TABLE identified_transactions AS
       SELECT * FROM ${remaining} JOIN ${partsTable.transactions} USING (part) WHERE transaction_id IS NOT NULL`,
    );
    await connection.run(
      `INSERT INTO ${excludedTransactions} ${compareTransactionsSql('identified_transactions')}`,
    );
    await connection.run('DROP TABLE identified_transactions');
  }
  const counts = await countKeptRows(connection, remaining, rules);
  await acceptRemaining(connection, rules);
  return counts;
}

/** Makes the view of the accepted transactions anew, without those that are excluded by now. */
export async function acceptRemaining(
  connection: DuckDBConnection,
  rules: readonly UserRule[],
): Promise<void> {
  const excluded = await connection.runAndReadAll(`SELECT COUNT(*) > 0 FROM ${excludedTransactions}`);
  const source =
    excluded.getRows()[0]![0] === true
      ? `(SELECT * FROM ${judgedTransactions} ANTI JOIN ${excludedTransactions} USING (record))`
      : judgedTransactions;
  await connection.run(
    `CREATE OR REPLACE VIEW ${acceptedTable.transactions} AS ${emptiedSql(source, rules)}`,
  );
}
