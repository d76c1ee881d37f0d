import type { FileDialect } from '../dialect/dialect.ts';
import { genderValues, regionValues, unknownMarkers } from '../schema/canonical-values.ts';
import { deliveredColumns } from '../schema/delivered-table.ts';
import { canonicalSql, foldedSql, givenSql, trimmedSql } from './canonical-values-sql.ts';
import { customerIdSql } from './customer-id-sql.ts';
import { daySql } from './day-sql.ts';
import { judgeRowsSql } from './judge-rows-sql.ts';

/** Columns of a cleaned customer, in the order in which they stand in the file. */
export const customerColumns = ['customer_id', 'age', 'gender', 'signup_date', 'region', 'churn'] as const;

/** SQL that reads the delivered texts of `source` (`line` and the columns as text) as typed values beside the texts. */
export function readCustomersSql(source: string, { dateFormat }: FileDialect): string {
  const trimmed = deliveredColumns.customers.map((name) => `${trimmedSql(name)} AS ${name}`);
  const texts = `SELECT line, ${givenSql('customer_id')} AS customer_id_text, ${givenSql('age')} AS age_text,
    ${givenSql('gender', unknownMarkers)} AS gender_text, ${givenSql('signup_date')} AS signup_date_text,
    ${givenSql('region', unknownMarkers)} AS region_text, ${givenSql('churn')} AS churn_text
    FROM (SELECT line, ${trimmed.join(', ')} FROM ${source})`;
  const folded = ['gender', 'region', 'churn'].map(
    (name) => `${foldedSql(`${name}_text`)} AS ${name}_folded`,
  );
  return `SELECT *, ${customerIdSql('customer_id_text')} AS customer_id,
    CASE WHEN REGEXP_MATCHES(age_text, '^\\+?\\d{1,3}([.,]0*)?$') AND CAST(REGEXP_EXTRACT(age_text, '\\d+') AS INTEGER) <= 120
      THEN CAST(REGEXP_EXTRACT(age_text, '\\d+') AS INTEGER) END AS age,
    ${canonicalSql('gender_folded', genderValues)} AS gender,
    ${daySql('signup_date_text', dateFormat)} AS signup_date,
    ${canonicalSql('region_folded', regionValues)} AS region,
    CAST(CASE WHEN churn_folded IN ('1', '1.0', 'true', 't', 'yes', 'y', 'sim', 's') THEN 1
      WHEN churn_folded IN ('0', '0.0', 'false', 'f', 'no', 'n', 'nao') THEN 0 END AS TINYINT) AS churn
    FROM (SELECT *, ${folded.join(', ')} FROM (${texts}))`;
}

/**
 * SQL that judges the customers of a relation made by `readCustomersSql`, also by comparing rows of one id: the fullest
 * row stays, among equally full ones that of the earliest sign-up, then by the values; the order of the file never decides.
 */
export function judgeCustomersSql(relation: string): string {
  const values = customerColumns.slice(1);
  const filled = values.map((column) => `CAST(${column} IS NOT NULL AS INTEGER)`).join(' + ');
  const preference = `${filled} DESC, signup_date, age, gender, region, churn`;
  return `SELECT * REPLACE (CASE
      WHEN rule IS NOT NULL THEN rule
      WHEN DENSE_RANK() OVER (PARTITION BY rule, customer_id ORDER BY ${preference}) > 1 THEN 'conflicting-customer'
      WHEN ROW_NUMBER() OVER (PARTITION BY rule, customer_id ORDER BY ${preference}, line) > 1 THEN 'repeated-customer'
    END AS rule) FROM (${judgeRowsSql('customers', relation)})`;
}
