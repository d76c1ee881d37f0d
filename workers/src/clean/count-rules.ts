import { cleaningRules } from '@churn/shared/cleaning/cleaning-rules';
import { flagColumn, flaggedRuleIds } from '@churn/shared/cleaning/judge-rows-sql';
import { transactionColumns } from '@churn/shared/cleaning/transactions-sql';
import type { DeliveredTable } from '@churn/shared/schema/delivered-table';
import type { DuckDBConnection } from '@duckdb/node-api';
import { judgedTable, setAsideTable } from './judge-delivery.ts';

/** How many rows each rule met; every rule has a count. */
export async function countRules(connection: DuckDBConnection): Promise<ReadonlyMap<string, number>> {
  const counts = new Map(cleaningRules.map(({ id }) => [id, 0]));
  for (const table of ['customers', 'transactions'] as const) {
    const setAside = await connection.runAndReadAll(
      `SELECT rule, CAST(COUNT(*) AS DOUBLE) FROM ${setAsideTable[table]} GROUP BY rule`,
    );
    for (const [rule, rows] of setAside.getRows()) counts.set(String(rule), Number(rows));
    const ids = flaggedRuleIds(table);
    const flags = ids.map((id) => `CAST(COUNT(*) FILTER (${flagColumn(id)}) AS DOUBLE)`);
    const met = await connection.runAndReadAll(
      `SELECT ${flags.join(', ')} FROM ${judgedTable[table]} WHERE rule IS NULL`,
    );
    met.getRows()[0]!.forEach((rows, index) => {
      counts.set(ids[index]!, Number(rows));
    });
  }
  const distinct = await connection.runAndReadAll(
    `SELECT CAST(COALESCE(SUM(copies - 1), 0) AS DOUBLE) FROM (
       SELECT COUNT(*) AS copies FROM ${judgedTable.transactions} WHERE rule IS NULL
       GROUP BY ${transactionColumns.join(', ')} HAVING COUNT(*) > 1)`,
  );
  return counts.set('identical-transaction', Number(distinct.getRows()[0]![0]));
}

/** Rows of the table that no rule set aside or merged. */
export async function countAccepted(connection: DuckDBConnection, table: DeliveredTable): Promise<number> {
  const result = await connection.runAndReadAll(
    `SELECT CAST(COUNT(*) AS DOUBLE) FROM ${judgedTable[table]} WHERE rule IS NULL`,
  );
  return Number(result.getRows()[0]![0]);
}
