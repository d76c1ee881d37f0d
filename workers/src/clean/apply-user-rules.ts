import { userConditionSql } from '@churn/shared/cleaning/user-condition-sql';
import type { UserRule } from '@churn/shared/cleaning/user-rules';
import { badInput } from '@churn/shared/platform/churn-error';
import { sqlText } from '@churn/shared/platform/duckdb-session';
import type { DuckDBConnection } from '@duckdb/node-api';

/** The database reads patterns in a syntax of its own (RE2): a pattern that it cannot read is refused (exit 2). */
export async function checkPatterns(connection: DuckDBConnection, rules: readonly UserRule[]): Promise<void> {
  for (const { id, check } of rules) {
    if (check.pattern === undefined) continue;
    await connection
      .run(`SELECT REGEXP_FULL_MATCH('', ${sqlText(check.pattern)})`)
      .catch((error: unknown) => {
        const [sentence] = (error instanceof Error ? error.message : String(error)).split('\n');
        throw badInput(
          'bad-rules',
          `expected a regular expression in the pattern of rule ${id}: ${sentence}`,
        );
      });
  }
}

/** SQL of the rows of a relation that the first quarantining rule of these applies to: `record` and `rule`; null for no rule. */
export function quarantinedSql(relation: string, rules: readonly UserRule[]): string | null {
  const cases = rules
    .filter(({ action }) => action === 'quarantine')
    .map((rule) => `WHEN ${userConditionSql(rule)} THEN ${sqlText(rule.id)}`);
  if (cases.length === 0) return null;
  return `SELECT record, rule FROM (SELECT record, CASE ${cases.join(' ')} END AS rule FROM ${relation})
    WHERE rule IS NOT NULL`;
}

/** SQL of the relation without the values that rules of these take away. */
export function emptiedSql(relation: string, rules: readonly UserRule[]): string {
  const emptying = rules.filter(({ action }) => action === 'null');
  const columns = [...new Set(emptying.map(({ column }) => column))].map((column) => {
    const conditions = emptying.filter((rule) => rule.column === column).map(userConditionSql);
    return `CASE WHEN ${conditions.join(' OR ')} THEN NULL ELSE ${column} END AS ${column}`;
  });
  return `SELECT *${columns.length === 0 ? '' : ` REPLACE (${columns.join(', ')})`} FROM ${relation}`;
}

/** How many rows of a relation each rule applies to that changes or keeps rows. */
export async function countKeptRows(
  connection: DuckDBConnection,
  relation: string,
  rules: readonly UserRule[],
): Promise<ReadonlyMap<string, number>> {
  const kept = rules.filter(({ action }) => action !== 'quarantine');
  if (kept.length === 0) return new Map();
  const counts = kept.map((rule) => `CAST(COUNT(*) FILTER (${userConditionSql(rule)}) AS DOUBLE)`);
  const counted = await connection.runAndReadAll(`SELECT ${counts.join(', ')} FROM ${relation}`);
  const values = counted.getRows()[0]!.map(Number);
  return new Map(kept.map(({ id }, index) => [id, values[index]!]));
}
