import {
  anyCurrency,
  currencySigns,
  decimalCharacters,
  negativeNumber,
  signedNumber,
} from '../dialect/amount-pattern.ts';
import type { DecimalMark } from '../dialect/dialect.ts';
import { sqlText } from '../platform/duckdb-session.ts';
import { blankCharacters } from '../schema/canonical-values.ts';

/**
 * SQL of an amount's text as a number in English notation without grouping or currency; null where it is not a number. An
 * exponent is read in a number that has nothing else: no currency, no grouping.
 */
export function plainNumberSql(text: string, mark: DecimalMark): string {
  const decimal = `[${decimalCharacters[mark]}]`;
  const simple = `^[+-]?(?:\\d+(?:${decimal}\\d*)?|${decimal}\\d+)(?:[eE][+-]?\\d{1,3})?$`;
  const withPoint = (number: string) => (mark === 'point' ? number : `REPLACE(${number}, ',', '.')`);
  const digits = withPoint(`REGEXP_REPLACE(bare, ${sqlText(`[^\\d${decimalCharacters[mark]}]`)}, '', 'g')`);
  const sign = `CASE WHEN REGEXP_MATCHES(bare, ${sqlText(negativeNumber)}) THEN '-' ELSE '' END`;
  const dressed = `CASE WHEN REGEXP_MATCHES(bare, ${sqlText(signedNumber(mark))}) THEN ${sign} || ${digits} END`;
  return `CASE WHEN REGEXP_MATCHES(${text}, ${sqlText(simple)}) THEN ${withPoint(text)}
    ELSE LIST_TRANSFORM([${withoutCurrencySql(text)}], lambda bare: ${dressed})[1] END`;
}

/** SQL of the code of the currency that a text names; null where it names none. */
export function currencySql(text: string): string {
  const cases = currencySigns.map(
    ([code, pattern]) => `WHEN REGEXP_MATCHES(${text}, ${sqlText(pattern)}, 'i') THEN '${code}'`,
  );
  // Most amounts are of characters that no currency has.
  return `CASE WHEN REGEXP_MATCHES(${text}, '[^-+.,\\d]') THEN CASE ${cases.join(' ')} END END`;
}

function withoutCurrencySql(text: string): string {
  return `TRIM(REGEXP_REPLACE(${text}, ${sqlText(anyCurrency)}, '', 'i'), ${sqlText(blankCharacters)})`;
}

/** Amounts with hundredths; a hundred times the largest still fits, and what is larger is null. */
export const amountType = 'DECIMAL(16, 2)';

/**
 * SQL of the amount in hundredths; halves of a hundredth are rounded away from zero, as DuckDB casts text to DECIMAL
 * (exactly: no floating point is in between).
 */
export function hundredthsSql(plainNumber: string): string {
  return `CAST(TRY_CAST(${plainNumber} AS ${amountType}) * 100 AS BIGINT)`;
}

/** SQL that is true where the amount is finer than hundredths (12.345, but not 12.340). */
export function isFinerThanHundredthsSql(plainNumber: string): string {
  const differs = `TRY_CAST(${plainNumber} AS DECIMAL(38, 18)) <> TRY_CAST(${plainNumber} AS ${amountType})`;
  // Comparing is slow; without a third decimal or an exponent there is nothing to compare.
  return `CASE WHEN REGEXP_MATCHES(${plainNumber}, '[.]\\d{3}|[eE]') THEN COALESCE(${differs}, false) ELSE false END`;
}
