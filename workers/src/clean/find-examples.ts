import type { CleaningRule } from '@churn/shared/cleaning/cleaning-rule';
import { flagColumn, flaggedRuleIds } from '@churn/shared/cleaning/judge-rows-sql';
import { userConditionSql } from '@churn/shared/cleaning/user-condition-sql';
import type { UserRule } from '@churn/shared/cleaning/user-rules';
import { sqlText } from '@churn/shared/platform/duckdb-session';
import { type DeliveredTable, deliveredTables } from '@churn/shared/schema/delivered-table';
import type { DuckDBConnection } from '@duckdb/node-api';
import { arrangedTransactions, hasFlagSql, markedTransactions } from './arrange-transactions.ts';
import type { CleanedDelivery } from './clean-delivery.ts';
import { judgedCustomers } from './judge-customers.ts';
import { transactionFlags } from './judge-transactions.ts';
import { examplesTable, judgedTransactions, oddTable, setAsideTable } from './row-tables.ts';

export const examplesOfRule = 3;

/**
 * Chooses a few rows of each rule that sets none aside, for the page of the cleaning: the first in the order of the files. Leaves
 * `record`, `rule` and `became`, the value after cleaning, in the tables of examples.
 */
export async function findExamples(
  connection: DuckDBConnection,
  rules: readonly CleaningRule[],
  userRules: readonly UserRule[],
  { outlierBound, counts }: Pick<CleanedDelivery, 'outlierBound' | 'counts'>,
): Promise<void> {
  for (const table of deliveredTables) {
    const merging = rules.filter((rule) => rule.table === table && rule.action === 'merge');
    const chosen = new Map([
      ...merging.map(({ id }) => firstSql(id, 'NULL', `${setAsideTable[table]} WHERE rule = ${sqlText(id)}`)),
      ...(table === 'customers' ? customerExamples(rules) : arrangedExamples(outlierBound)),
      ...userExamples(table, userRules),
    ]);
    await connection.run(
      `CREATE TABLE ${examplesTable[table]} (record BIGINT, rule VARCHAR, became VARCHAR)`,
    );
    for (const [rule, sql] of chosen) {
      if ((counts.get(rule) ?? 0) > 0) await connection.run(`INSERT INTO ${examplesTable[table]} ${sql}`);
    }
  }
}

/** The rule and SQL of its first rows. */
function firstSql(rule: string, became: string, source: string, order = 'record'): [string, string] {
  const sql = `SELECT CAST(record AS BIGINT), ${sqlText(rule)}, CAST(${became} AS VARCHAR)
    FROM ${source} ORDER BY ${order} LIMIT ${examplesOfRule}`;
  return [rule, sql];
}

/** Rules that change or keep apply to odd customers only. */
function customerExamples(rules: readonly CleaningRule[]): [string, string][] {
  const remaining = `${oddTable.customers} ANTI JOIN ${setAsideTable.customers} USING (record)`;
  return flaggedRuleIds('customers').map((id) => {
    const column = rules.find((rule) => rule.id === id)?.column || 'NULL';
    return firstSql(id, column, `${remaining} WHERE ${flagColumn(id)}`);
  });
}

function arrangedExamples(outlierBound: number | null): [string, string][] {
  const became = {
    is_decimal: 'customer',
    is_respelled: 'service',
    is_before_signup: 'NULL',
    is_rounded: 'amount_minor / 100',
  } satisfies Record<keyof typeof transactionFlags, string>;
  const flagged = Object.entries(transactionFlags).map(([column, rule]) =>
    firstSql(
      rule,
      became[column as keyof typeof became],
      `${arrangedTransactions} WHERE ${hasFlagSql(column as keyof typeof became)}`,
    ),
  );
  const identical = firstSql('identical-transaction', 'NULL', `${markedTransactions} WHERE is_repeated`);
  if (outlierBound === null) return [...flagged, identical];
  const outliers = `${arrangedTransactions} WHERE ABS(amount_minor) > ${outlierBound}`;
  return [
    ...flagged,
    identical,
    firstSql('outlier-amount', 'NULL', outliers, 'ABS(amount_minor) DESC, record'),
  ];
}

function userExamples(table: DeliveredTable, userRules: readonly UserRule[]): [string, string][] {
  const judged = table === 'customers' ? judgedCustomers : judgedTransactions;
  return userRules
    .filter((rule) => rule.table === table && rule.action !== 'quarantine')
    .map((rule) =>
      firstSql(
        rule.id,
        'NULL',
        `${judged} ANTI JOIN ${setAsideTable[table]} USING (record) WHERE ${userConditionSql(rule)}`,
      ),
    );
}
