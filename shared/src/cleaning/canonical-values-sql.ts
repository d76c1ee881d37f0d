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

/** SQL of `foldText`. Texts of ASCII alone, which have as many bytes as letters, go the short way. */
export function foldedSql(text: string): string {
  const blanks = sqlText(`[${blankCharacters}]+`);
  const spaced = `TRIM(REGEXP_REPLACE(NFC_NORMALIZE(${text}), ${blanks}, ' ', 'g'), ' ')`;
  const translated = `TRANSLATE(${spaced}, ${sqlText(foldedLetters.from)}, ${sqlText(foldedLetters.to)})`;
  return `CASE WHEN STRLEN(${text}) = LENGTH(${text}) THEN LOWER(${spaced}) ELSE ${translated} END`;
}

/** The text, trimmed before; null where it is one of the marks of a missing value (NaN, NULL, …), none of which begins with a digit. */
export function givenSql(trimmed: string, markers: readonly string[] = missingMarkers): string {
  return `CASE WHEN ${trimmed} >= '0' AND ${trimmed} < ':' THEN ${trimmed}
    WHEN LOWER(${trimmed}) NOT IN (${list(markers)}) THEN ${trimmed} END`;
}

/** SQL of `canonicalGender`, `canonicalRegion` and `canonicalService`; `folded` is a column made by `foldedSql`. */
export function canonicalSql(folded: string, { aliases, othersAllowed }: CanonicalValues): string {
  const cases = Object.entries(aliases).map(
    ([value, spellings]) => `WHEN ${folded} IN (${list([value, ...spellings])}) THEN ${sqlText(value)}`,
  );
  const unknown = `WHEN ${folded} IN (${list(unknownMarkers)}) THEN NULL`;
  return `CASE ${cases.join(' ')} ${unknown} ELSE ${othersAllowed ? folded : 'NULL'} END`;
}

function list(texts: readonly string[]): string {
  return texts.map(sqlText).join(', ');
}
