import { sqlText } from '../platform/duckdb-session.ts';
import type { UserRule } from './user-rules.ts';

/** SQL that is true of an accepted row that fails the rule's check; over the columns of accepted rows. */
export function userConditionSql({ table, column, check }: UserRule): string {
  const value = valueSql(table, column);
  const failures: string[] = [];
  if (check.required === true) failures.push(`${value} IS NULL`);
  if (check.min !== undefined) failures.push(`${value} < ${numberSql(column, check.min)}`);
  if (check.max !== undefined) failures.push(`${value} > ${numberSql(column, check.max)}`);
  if (check.notBefore !== undefined) failures.push(`${value} < DATE ${sqlText(check.notBefore)}`);
  if (check.notAfter !== undefined) failures.push(`${value} > DATE ${sqlText(check.notAfter)}`);
  if (check.pattern !== undefined)
    failures.push(`NOT REGEXP_FULL_MATCH(${value}, ${sqlText(check.pattern)})`);
  if (check.oneOf !== undefined) {
    const values = check.oneOf.map((one) =>
      typeof one === 'number' ? numberSql(column, one) : sqlText(one),
    );
    failures.push(`${value} NOT IN (${values.join(', ')})`);
  }
  return `COALESCE(${failures.join(' OR ')}, false)`;
}

/** Keys of enumerations are compared as texts, amounts in hundredths. */
function valueSql(table: UserRule['table'], column: string): string {
  if (table === 'customers') return column;
  if (column === 'customer_id') return 'CAST(customer AS VARCHAR)';
  if (column === 'service') return 'CAST(service AS VARCHAR)';
  return column === 'amount' ? 'amount_minor' : column;
}

function numberSql(column: string, value: number): string {
  return String(column === 'amount' ? Math.round(value * 100) : value);
}
