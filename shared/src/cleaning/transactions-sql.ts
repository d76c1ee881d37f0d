import { dayText } from '../platform/calendar-day.ts';
import { sqlText } from '../platform/duckdb-session.ts';
import { serviceValues, unknownMarkers } from '../schema/canonical-values.ts';
import { deliveredColumns } from '../schema/delivered-table.ts';
import { hundredthsSql, isFinerThanHundredthsSql, plainNumberSql } from './amount-sql.ts';
import { canonicalSql, foldedSql, givenSql, trimmedSql } from './canonical-values-sql.ts';
import type { CleaningSettings } from './cleaning-settings.ts';
import { customerIdSql } from './customer-id-sql.ts';
import { daySql } from './day-sql.ts';
import { judgeRowsSql } from './judge-rows-sql.ts';

/** Columns of a cleaned transaction, in the order in which they stand in the file and in which rows are sorted. */
export const transactionColumns = ['customer_id', 'transaction_date', 'amount_minor', 'service'] as const;

/**
 * SQL that reads the delivered texts of `source` (`line` and the columns as text) as typed values beside the texts, each
 * row joined with its accepted customer in `customers`.
 */
export function readTransactionsSql(source: string, customers: string, settings: CleaningSettings): string {
  const { dateFormat, decimal } = settings.dialect.transactions;
  const asOf = settings.asOfDay === null ? 'NULL' : sqlText(dayText(settings.asOfDay));
  const trimmed = deliveredColumns.transactions.map((name) => `${trimmedSql(name)} AS ${name}`);
  const texts = `SELECT line, ${givenSql('customer_id')} AS customer_id_text,
    ${givenSql('transaction_date')} AS transaction_date_text,
    ${plainNumberSql('amount', decimal)} AS amount_text,
    ${givenSql('service', unknownMarkers)} AS service_text
    FROM (SELECT line, ${trimmed.join(', ')} FROM ${source})`;
  const folded = `SELECT *, ${foldedSql('service_text')} AS service_folded FROM (${texts})`;
  const values = `SELECT *, ${customerIdSql('customer_id_text')} AS customer_id,
    ${daySql('transaction_date_text', dateFormat)} AS transaction_date,
    TRY_CAST(amount_text AS DOUBLE) AS amount_number,
    ${hundredthsSql('amount_text')} AS amount_minor,
    ${isFinerThanHundredthsSql('amount_text')} AS amount_is_rounded,
    ${canonicalSql('service_folded', serviceValues)} AS service,
    CAST(${asOf} AS DATE) AS as_of FROM (${folded})`;
  return `SELECT delivered.*, known.customer_id IS NOT NULL AS customer_is_known, known.signup_date
    FROM (${values}) AS delivered
    LEFT JOIN ${customers} AS known ON known.customer_id = delivered.customer_id`;
}

/** SQL that judges the transactions of a relation made by `readTransactionsSql`. */
export function judgeTransactionsSql(relation: string, { dropIdentical }: CleaningSettings): string {
  const judged = judgeRowsSql('transactions', relation);
  if (!dropIdentical) return judged;
  return `SELECT * REPLACE (CASE
      WHEN rule IS NOT NULL THEN rule
      WHEN ROW_NUMBER() OVER (PARTITION BY rule, ${transactionColumns.join(', ')} ORDER BY line) > 1
      THEN 'dropped-identical-transaction'
    END AS rule) FROM (${judged})`;
}
