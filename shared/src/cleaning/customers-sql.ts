import { genderValues, regionValues, unknownMarkers } from '../schema/canonical-values.ts';
import { canonicalSql, foldedSql, givenSql, trimmedSql } from './canonical-values-sql.ts';
import { customerIdSql } from './customer-id-sql.ts';
import { daySql } from './day-sql.ts';
import type { Reading } from './reading.ts';
import { textColumns } from './text-columns.ts';

/** Columns of a cleaned customer, in the order in which they stand in the file. */
export const customerColumns = ['customer_id', 'age', 'gender', 'signup_date', 'region', 'churn'] as const;

/** SQL that reads the texts of `source` (`record`, `part` and our columns as text) as typed values beside the texts. */
export function readCustomersSql(source: string, { dates }: Reading): string {
  const trimmed = textColumns('customers').map((name) => `${trimmedSql(name)} AS ${name}`);
  const texts = `SELECT record, part, ${givenSql('customer_id')} AS customer_id_text, ${givenSql('age')} AS age_text,
    ${givenSql('gender', unknownMarkers)} AS gender_text, ${givenSql('signup_date')} AS signup_date_text,
    ${givenSql('region', unknownMarkers)} AS region_text, ${givenSql('churn')} AS churn_text
    FROM (SELECT record, part, ${trimmed.join(', ')} FROM ${source})`;
  const folded = ['gender', 'region', 'churn'].map(
    (name) => `${foldedSql(`${name}_text`)} AS ${name}_folded`,
  );
  return `SELECT *, ${customerIdSql('customer_id_text')} AS customer_id,
    CASE WHEN REGEXP_MATCHES(age_text, '^\\+?\\d{1,3}([.,]0*)?$') AND CAST(REGEXP_EXTRACT(age_text, '\\d+') AS INTEGER) <= 120
      THEN CAST(REGEXP_EXTRACT(age_text, '\\d+') AS INTEGER) END AS age,
    ${canonicalSql('gender_folded', genderValues)} AS gender,
    ${daySql('signup_date_text', dates)} AS signup_date,
    ${canonicalSql('region_folded', regionValues)} AS region,
    CAST(CASE WHEN churn_folded IN ('1', '1.0', 'true', 't', 'yes', 'y', 'sim', 's') THEN 1
      WHEN churn_folded IN ('0', '0.0', 'false', 'f', 'no', 'n', 'nao') THEN 0 END AS TINYINT) AS churn
    FROM (SELECT *, ${folded.join(', ')} FROM (${texts}))`;
}
