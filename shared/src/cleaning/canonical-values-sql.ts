import { sqlText } from '../platform/duckdb-session.ts';
import {
  blankCharacters,
  type CanonicalValues,
  foldedLetters,
  missingMarkers,
  unknownMarkers,
} from '../schema/canonical-values.ts';

/** The text without blanks around it; null where nothing is left. */
export function trimmedSql(text: string): string {
  return `NULLIF(TRIM(${text}, ${sqlText(blankCharacters)}), '')`;
}

/** SQL of `foldText`. */
export function foldedSql(text: string): string {
  const spaced = `REGEXP_REPLACE(NFC_NORMALIZE(${text}), ${sqlText(`[${blankCharacters}]+`)}, ' ', 'g')`;
  return `TRANSLATE(TRIM(${spaced}, ' '), ${sqlText(foldedLetters.from)}, ${sqlText(foldedLetters.to)})`;
}

/** The trimmed text; null where it is one of the marks of a missing value (blank, NaN, NULL, …). */
export function givenSql(text: string, markers: readonly string[] = missingMarkers): string {
  return `CASE WHEN LOWER(${trimmedSql(text)}) NOT IN (${list(markers)}) THEN ${trimmedSql(text)} END`;
}

/** SQL of `canonicalGender`, `canonicalRegion` and `canonicalService`; `text` is a column's name. */
export function canonicalSql(text: string, { aliases, othersAllowed }: CanonicalValues): string {
  const folded = foldedSql(text);
  const cases = Object.entries(aliases).map(
    ([value, spellings]) => `WHEN ${folded} IN (${list([value, ...spellings])}) THEN ${sqlText(value)}`,
  );
  const unknown = `WHEN ${folded} IN (${list(unknownMarkers)}) THEN NULL`;
  return `CASE ${cases.join(' ')} ${unknown} ELSE ${othersAllowed ? folded : 'NULL'} END`;
}

function list(texts: readonly string[]): string {
  return texts.map(sqlText).join(', ');
}
