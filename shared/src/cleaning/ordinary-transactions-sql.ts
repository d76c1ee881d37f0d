import { decimalCharacters } from '../dialect/amount-pattern.ts';
import type { DecimalMark } from '../dialect/dialect.ts';
import { sqlText } from '../platform/duckdb-session.ts';
import { amountType } from './amount-sql.ts';
import { asOfSql } from './as-of-sql.ts';
import type { CleaningSettings } from './cleaning-settings.ts';
import { isOrdinaryDaySql, type OrdinaryDates, ordinaryDaySql } from './ordinary-dates.ts';
import { isOrdinaryIdSql } from './ordinary-id-sql.ts';
import { packedTextsSql } from './text-columns.ts';

/** Ordinary amounts have at most nine digits before the decimal mark: in hundredths they are below this. */
const beyondOrdinary = 10 ** 11;

/** What an ordinary transaction is told by. */
export interface OrdinaryTransactions {
  readonly dates: OrdinaryDates;
  readonly decimal: DecimalMark;
  /** Enumeration of the ids of accepted customers. */
  readonly customerKey: string;
  /** Enumeration of spellings of services that mean one. */
  readonly spellingKey: string;
  /** Whether ids are written as decimal numbers (17850.0). */
  readonly hasDecimalIds: boolean;
  /** Whether rows keep their `transaction_id`. */
  readonly hasIds: boolean;
}

/**
 * SQL of delivered transactions (`source`: our columns as texts; `part`: SQL of the file's number) as values, where the row is ordinary, as of
 * `ordinaryCustomersSql`: no rule applies to it but those that only change the spelling of its id or service or compare it
 * with its customer. Casts to enumerations instead of joins, because joins lose the order of the rows.
 */
export function ordinaryTransactionsSql(
  source: string,
  part: string,
  told: OrdinaryTransactions,
  settings: CleaningSettings,
): string {
  const { dates, decimal, customerKey, spellingKey, hasDecimalIds, hasIds } = told;
  const mark = decimalCharacters[decimal];
  const number = decimal === 'point' ? 'amount' : `REPLACE(amount, ${sqlText(mark)}, '.')`;
  const id = hasDecimalIds ? `REGEXP_REPLACE(customer_id, '^(\\d+)\\.0$', '\\1')` : 'customer_id';
  const isAsWritten = `(CAST(hundredths AS VARCHAR) = amount AND ABS(amount_minor) < ${beyondOrdinary})`;
  const isPlainNumber = `REGEXP_FULL_MATCH(amount, '-?\\d{1,9}([${mark}]\\d{1,2}0*)?')`;
  const isOrdinary = [
    'customer IS NOT NULL',
    isOrdinaryDaySql('transaction_date', 'day', dates),
    // Most amounts are written as the database writes them, which is known sooner than whether they match a pattern.
    decimal === 'point' ? `(${isAsWritten} OR ${isPlainNumber})` : isPlainNumber,
    '(spelling IS NOT NULL OR service IS NULL)',
    ...(hasIds ? [`(transaction_id IS NULL OR ${isOrdinaryIdSql('transaction_id')})`] : []),
    ...(settings.asOfDay === null ? [] : [`day <= ${asOfSql(settings)}`]),
  ].join(' AND ');
  const isDecimal = hasDecimalIds ? `${id} <> customer_id` : 'false';
  return `SELECT customer, day AS transaction_date, amount_minor, spelling, ${isDecimal} AS is_decimal,
    ${hasIds ? 'transaction_id, ' : ''}CAST(${part} AS INTEGER) AS part,
    CASE WHEN ${isOrdinary} THEN NULL ELSE ${packedTextsSql('transactions')} END AS odd
    FROM (SELECT *, TRY_CAST(${id} AS ${customerKey}) AS customer, TRY_CAST(service AS ${spellingKey}) AS spelling,
        ${ordinaryDaySql('transaction_date', dates)} AS day,
        TRY_CAST(${number} AS ${amountType}) AS hundredths, CAST(hundredths * 100 AS BIGINT) AS amount_minor
      FROM (${source}))`;
}
