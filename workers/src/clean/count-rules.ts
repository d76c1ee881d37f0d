import { flagColumn, flaggedRuleIds } from '@churn/shared/cleaning/judge-rows-sql';
import type { DuckDBConnection } from '@duckdb/node-api';
import { arrangedTransactions, hasFlagSql } from './arrange-transactions.ts';
import { transactionFlags } from './judge-transactions.ts';
import { acceptedTable, oddTable, setAsideTable } from './row-tables.ts';

/** How many rows each rule met that sets rows aside, merges them or has a column; a rule without a count met none. */
export async function countRules(connection: DuckDBConnection): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const setAside of Object.values(setAsideTable)) {
    const counted = await connection.runAndReadAll(
      `SELECT rule, CAST(COUNT(*) AS DOUBLE) FROM ${setAside} GROUP BY rule`,
    );
    for (const [rule, rows] of counted.getRows()) counts.set(String(rule), Number(rows));
  }
  const customerIds = flaggedRuleIds('customers');
  const accepted = `${oddTable.customers} SEMI JOIN ${acceptedTable.customers} USING (record)`;
  await countFlags(connection, counts, accepted, customerIds, customerIds.map(flagColumn));
  const columns = (Object.keys(transactionFlags) as (keyof typeof transactionFlags)[]).map(hasFlagSql);
  await countFlags(connection, counts, arrangedTransactions, Object.values(transactionFlags), columns);
  return counts;
}

async function countFlags(
  connection: DuckDBConnection,
  counts: Map<string, number>,
  relation: string,
  rules: readonly string[],
  columns: readonly string[],
): Promise<void> {
  const flags = columns.map((column) => `CAST(COUNT(*) FILTER (${column}) AS DOUBLE)`);
  const met = await connection.runAndReadAll(`SELECT ${flags.join(', ')} FROM ${relation}`);
  met.getRows()[0]!.forEach((rows, index) => {
    counts.set(rules[index]!, Number(rows));
  });
}

/** Rows of a relation. */
export async function countRows(connection: DuckDBConnection, relation: string): Promise<number> {
  const result = await connection.runAndReadAll(`SELECT CAST(COUNT(*) AS DOUBLE) FROM ${relation}`);
  return Number(result.getRows()[0]![0]);
}
