import { sqlText } from '../platform/duckdb-session.ts';
import type { DeliveredTable } from '../schema/delivered-table.ts';
import { cleaningRules } from './cleaning-rules.ts';

/**
 * SQL that adds to the rows of `relation` the column `rule`, the first rule that sets the row aside or null, and one
 * boolean column for each rule of another action (`flagColumn`).
 */
export function judgeRowsSql(table: DeliveredTable, relation: string): string {
  const rules = cleaningRules.filter((rule) => rule.table === table && rule.condition !== null);
  const cases = rules
    .filter(({ action }) => action === 'quarantine')
    .map(({ id, condition }) => `WHEN ${condition} THEN ${sqlText(id)}`);
  const flags = rules
    .filter(({ action }) => action !== 'quarantine')
    .map(({ id, condition }) => `COALESCE(${condition}, false) AS ${flagColumn(id)}`);
  return `SELECT *, CASE ${cases.join(' ')} END AS rule, ${flags.join(', ')} FROM (${relation})`;
}

/** Ids of the table's rules that are counted by a boolean column. */
export function flaggedRuleIds(table: DeliveredTable): string[] {
  return cleaningRules
    .filter((rule) => rule.table === table && rule.condition !== null && rule.action !== 'quarantine')
    .map(({ id }) => id);
}

export function flagColumn(ruleId: string): string {
  return `"is ${ruleId}"`;
}
