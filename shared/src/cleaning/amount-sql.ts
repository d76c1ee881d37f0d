import type { DecimalMark } from '../dialect/dialect.ts';

const forms: Record<DecimalMark, { readonly decimal: string; readonly grouping: string }> = {
  point: { decimal: '.', grouping: ',' },
  comma: { decimal: ',', grouping: '.' },
};

/** SQL of an amount's text as a number in English notation without grouping; null where it is not a number. */
export function plainNumberSql(text: string, mark: DecimalMark): string {
  const { decimal, grouping } = forms[mark];
  const ungrouped = `[+-]?(\\d+([${decimal}]\\d*)?|[${decimal}]\\d+)([eE][+-]?\\d{1,3})?`;
  const grouped = `[+-]?\\d{1,3}([${grouping}]\\d{3})+([${decimal}]\\d*)?`;
  const plain = `REPLACE(REPLACE(${text}, '${grouping}', ''), '${decimal}', '.')`;
  return `CASE WHEN REGEXP_MATCHES(${text}, '^(${ungrouped}|${grouped})$') THEN ${plain} END`;
}

/**
 * SQL of the amount in hundredths; halves of a hundredth are rounded away from zero, as DuckDB casts text to DECIMAL
 * (exactly: no floating point is in between).
 */
export function hundredthsSql(plainNumber: string): string {
  return `CAST(TRY_CAST(${plainNumber} AS DECIMAL(18, 2)) * 100 AS BIGINT)`;
}

/** SQL that is true where the amount is finer than hundredths (12.345, but not 12.340). */
export function isFinerThanHundredthsSql(plainNumber: string): string {
  const differs = `TRY_CAST(${plainNumber} AS DECIMAL(38, 18)) <> TRY_CAST(${plainNumber} AS DECIMAL(18, 2))`;
  // Comparing is slow; without a third decimal or an exponent there is nothing to compare.
  return `CASE WHEN REGEXP_MATCHES(${plainNumber}, '[.]\\d{3}|[eE]') THEN COALESCE(${differs}, false) ELSE false END`;
}
