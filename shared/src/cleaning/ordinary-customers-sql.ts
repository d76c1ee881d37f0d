import { sqlText } from '../platform/duckdb-session.ts';
import { genderValues, regionValues, unknownMarkers } from '../schema/canonical-values.ts';
import { isOrdinaryDaySql, type OrdinaryDates, ordinaryDaySql } from './ordinary-dates.ts';
import { isOrdinaryIdSql } from './ordinary-id-sql.ts';
import { packedTextsSql } from './text-columns.ts';

/**
 * SQL of delivered customers (`source`: our columns as texts) as values, where the row is ordinary: written so plainly that no
 * rule applies to it and a cast reads it. In any other row `odd` holds its texts, and its values mean nothing: rules judge
 * it. Most rows of most files are ordinary, and a rule costs ten times a cast.
 */
export function ordinaryCustomersSql(source: string, part: number, dates: OrdinaryDates): string {
  const day = ordinaryDaySql('signup_date', dates);
  const genders = Object.keys(genderValues.aliases);
  const otherRegions = [...Object.values(regionValues.aliases).flat(), ...unknownMarkers];
  const isOrdinary = [
    isOrdinaryIdSql('customer_id'),
    `(age IS NULL OR REGEXP_FULL_MATCH(age, '\\d{1,2}|1[01]\\d|120'))`,
    `(gender IS NULL OR gender IN (${list(genders)}))`,
    `(signup_date IS NULL OR (${isOrdinaryDaySql('signup_date', day, dates)}))`,
    `(region IS NULL OR (REGEXP_FULL_MATCH(region, '[a-z]+([ -][a-z]+)*') AND region NOT IN (${list(otherRegions)})))`,
    `(churn IS NULL OR churn IN ('0', '1'))`,
  ].join(' AND ');
  return `SELECT customer_id, TRY_CAST(age AS INTEGER) AS age, gender, ${day} AS signup_date, region,
    TRY_CAST(churn AS TINYINT) AS churn, CAST(${part} AS INTEGER) AS part,
    CASE WHEN ${isOrdinary} THEN NULL ELSE ${packedTextsSql('customers')} END AS odd FROM (${source})`;
}

function list(texts: readonly string[]): string {
  return texts.map(sqlText).join(', ');
}
