import { sqlText } from '../platform/duckdb-session.ts';
import { missingMarkers } from '../schema/canonical-values.ts';

/** SQL that is true of a text that is an id as it stands: nothing to trim, no decimal number, no mark of a missing value. */
export function isOrdinaryIdSql(text: string): string {
  const markers = missingMarkers.map(sqlText).join(', ');
  return `REGEXP_FULL_MATCH(${text}, '[0-9A-Za-z][0-9A-Za-z_-]*') AND LOWER(${text}) NOT IN (${markers})`;
}
