/**
 * One spelling for each value that exports spell in several ways. Cleaning (as SQL) and the API (as TypeScript) read the
 * same tables, so that a served customer meets a model in the spelling it was trained on. A text is folded first:
 * surrounding blanks cut, inner blanks made one space, letters of Latin-1 lower-cased and their accents dropped.
 */
export interface CanonicalValues {
  /** Canonical value to the folded spellings that mean it, besides itself. */
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  /** Whether a text that no alias knows is a value of its own (in folded spelling) or not known. */
  readonly othersAllowed: boolean;
}

export const genderValues: CanonicalValues = {
  aliases: {
    female: ['f', 'fem', 'feminino', 'feminina', 'woman', 'mulher'],
    male: ['m', 'masc', 'masculino', 'masculina', 'man', 'homem'],
    other: ['o', 'x', 'outro', 'outra', 'non-binary', 'nonbinary', 'nao-binario', 'nao binario', 'diverse'],
  },
  othersAllowed: false,
};

export const regionValues: CanonicalValues = {
  aliases: {
    north: ['norte'],
    northeast: ['nordeste', 'north-east', 'north east'],
    'central-west': ['centro-oeste', 'centro oeste', 'central west', 'midwest'],
    southeast: ['sudeste', 'south-east', 'south east'],
    south: ['sul'],
  },
  othersAllowed: true,
};

export const serviceValues: CanonicalValues = {
  aliases: {
    voice: ['voz', 'call', 'calls', 'chamada', 'chamadas'],
    data: ['dados', 'mobile data', 'dados moveis'],
    sms: ['text', 'torpedo', 'mensagem'],
    roaming: ['roam'],
    tv: ['television', 'televisao'],
    support: ['suporte', 'helpdesk', 'help desk', 'atendimento'],
  },
  othersAllowed: true,
};

/** Folded texts that exports write where nothing is known. */
export const missingMarkers: readonly string[] = ['', 'nan', 'null', 'none', 'na', 'n/a', '-', '\\n', 'nat'];

/** As `missingMarkers`, for gender, region and service. */
export const unknownMarkers: readonly string[] = [
  ...missingMarkers,
  'unknown',
  'desconhecido',
  'unspecified',
];

/** What counts as blank; a character class of these is the same to JavaScript and to RE2 (DuckDB). */
export const blankCharacters = '\t\n\v\f\r \u00A0';

/** Letters that folding replaces, one for one: the character at a place of `from` by the one at that place of `to`. */
export const foldedLetters = {
  from: 'ABCDEFGHIJKLMNOPQRSTUVWXYZÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿ',
  to: 'abcdefghijklmnopqrstuvwxyzaaaaaaceeeeiiiinooooouuuuyaaaaaaceeeeiiiinooooouuuuyy',
} as const;

/** `female`, `male`, `other`, or null where the text says none of them. */
export function canonicalGender(text: string): string | null {
  return canonical(genderValues, text);
}

/** The folded region, by its English name where it is one of Brazil's five; null for a blank or "unknown". */
export function canonicalRegion(text: string): string | null {
  return canonical(regionValues, text);
}

/** The folded service, by its English name where an alias knows it; null for a blank or "unknown". */
export function canonicalService(text: string): string | null {
  return canonical(serviceValues, text);
}

const blanks = new RegExp(`[${blankCharacters}]+`, 'g');
const replacements = new Map([...foldedLetters.from].map((letter, at) => [letter, foldedLetters.to[at]!]));

/** The text as aliases are written: see `CanonicalValues`. */
function foldText(text: string): string {
  const spaced = text.normalize('NFC').replace(blanks, ' ');
  return [...spaced.replace(/^ | $/g, '')].map((letter) => replacements.get(letter) ?? letter).join('');
}

function canonical({ aliases, othersAllowed }: CanonicalValues, text: string): string | null {
  const folded = foldText(text);
  if (unknownMarkers.includes(folded)) return null;
  for (const [value, spellings] of Object.entries(aliases)) {
    if (folded === value || spellings.includes(folded)) return value;
  }
  return othersAllowed ? folded : null;
}
