/** SQL of the id a text means: as written, but `17850.0` is 17850; leading zeros belong to the id. */
export function customerIdSql(text: string): string {
  return `REGEXP_REPLACE(${text}, '^(\\d+)\\.0+$', '\\1')`;
}
