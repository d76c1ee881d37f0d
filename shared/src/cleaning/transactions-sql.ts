import { sqlText } from '../platform/duckdb-session.ts';
import { serviceValues, unknownMarkers } from '../schema/canonical-values.ts';
import { currencySql, hundredthsSql, isFinerThanHundredthsSql, plainNumberSql } from './amount-sql.ts';
import { asOfSql } from './as-of-sql.ts';
import { canonicalSql, foldedSql, givenSql, trimmedSql } from './canonical-values-sql.ts';
import type { CleaningSettings } from './cleaning-settings.ts';
import { customerIdSql } from './customer-id-sql.ts';
import { daySql } from './day-sql.ts';
import type { Reading } from './reading.ts';
import { textColumns } from './text-columns.ts';

/**
 * SQL that reads the texts of `source` (`record`, `part` and our columns as text) as typed values beside the texts, each
 * row joined with its accepted customer in `customers` (`customer`, `customer_id`, `signup_date`).
 */
export function readTransactionsSql(
  source: string,
  customers: string,
  { dates, decimal, currency }: Reading,
  settings: CleaningSettings,
): string {
  const trimmed = textColumns('transactions').map((name) => `${trimmedSql(name)} AS ${name}`);
  const texts = `SELECT record, part, ${givenSql('customer_id')} AS customer_id_text,
    ${givenSql('transaction_date')} AS transaction_date_text, amount AS amount_delivered,
    ${plainNumberSql('amount', decimal)} AS amount_text,
    ${givenSql('service', unknownMarkers)} AS service_text,
    ${givenSql('transaction_id')} AS transaction_id
    FROM (SELECT record, part, ${trimmed.join(', ')} FROM ${source})`;
  const values = `SELECT *, ${customerIdSql('customer_id_text')} AS customer_id,
    ${daySql('transaction_date_text', dates)} AS transaction_date,
    TRY_CAST(amount_text AS DOUBLE) AS amount_number,
    ${hundredthsSql('amount_text')} AS amount_minor,
    ${isFinerThanHundredthsSql('amount_text')} AS amount_is_rounded,
    ${currencySql('amount_delivered')} AS amount_currency,
    CAST(${currency === null ? 'NULL' : sqlText(currency)} AS VARCHAR) AS file_currency,
    ${canonicalServiceSql('service_text')} AS service,
    ${asOfSql(settings)} AS as_of FROM (${texts})`;
  return `SELECT delivered.*, known.customer, known.customer_id IS NOT NULL AS customer_is_known, known.signup_date
    FROM (${values}) AS delivered
    LEFT JOIN ${customers} AS known ON known.customer_id = delivered.customer_id`;
}

/** SQL of the canonical spelling of a service, trimmed before. */
export function canonicalServiceSql(text: string): string {
  return `LIST_TRANSFORM([${foldedSql(text)}], lambda folded: ${canonicalSql('folded', serviceValues)})[1]`;
}
