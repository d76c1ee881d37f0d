import type { DeliveredTable } from '../schema/delivered-table.ts';
import { type ColumnDeclaration, columnDeclarations } from './column-declarations.ts';
import { columnKey } from './column-key.ts';
import type { TableMapping } from './column-mapping.ts';

export interface MatchedColumns {
  /** Our columns that the file has, and the place of each in the header. */
  readonly places: Readonly<Record<string, number>>;
  /** What keeps the file from being read, one sentence each. */
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
}

/** Finds our columns in a header: by the user's mapping, else by our own name, else by a known alias. */
export function matchColumns(
  header: readonly string[],
  table: DeliveredTable,
  mapping: TableMapping = {},
): MatchedColumns {
  const keys = header.map(columnKey);
  const places: Record<string, number> = {};
  const problems: string[] = [];
  const warnings: string[] = [];
  for (const declaration of columnDeclarations[table]) {
    const { name, need } = declaration;
    const told = mapping[name];
    const found = told === null ? [] : placesOf(declaration, header, keys, told);
    const [place, rival] = found;
    if (place === undefined) {
      const sentence = missingSentence(declaration, header, told);
      if (need === 'required' || typeof told === 'string') problems.push(`expected ${sentence}`);
      else if (need === 'expected' && told !== null)
        warnings.push(`no column ${name}, its values are not known`);
      continue;
    }
    places[name] = place;
    if (rival === undefined) continue;
    const names = found.map((at) => shown(header[at]!)).join(', ');
    if (keys[place] === keys[rival]) {
      problems.push(`expected one column ${name}, the header has it more than once`);
    } else if (need === 'required') {
      problems.push(`expected one column for ${name}, the header has ${names}: choose by --columns`);
    } else {
      warnings.push(
        `${shown(header[place]!)} is taken for ${name}, of ${names}: choose another by --columns`,
      );
    }
  }
  const ignored = header.filter((_, at) => !Object.values(places).includes(at)).map(shown);
  if (ignored.length > 0) warnings.push(`columns that no stage reads are ignored: ${ignored.join(', ')}`);
  return { places, problems, warnings };
}

/** Places in the header that may be the column; the first is to be taken. */
function placesOf(
  { name, aliases }: ColumnDeclaration,
  header: readonly string[],
  keys: readonly string[],
  told: string | undefined,
): number[] {
  const having = (wanted: string) => keys.flatMap((key, at) => (key === wanted ? [at] : []));
  if (told !== undefined) {
    const exact = header.flatMap((text, at) => (text === told.trim() ? [at] : []));
    return exact.length > 0 ? exact : having(columnKey(told));
  }
  const own = having(name);
  return own.length > 0 ? own : aliases.flatMap(having);
}

function missingSentence(
  { name }: ColumnDeclaration,
  header: readonly string[],
  told: string | null | undefined,
): string {
  const seen = namesIn(header).map(shown).slice(0, 20).join(', ');
  const wanted =
    typeof told === 'string'
      ? `the column ${shown(told)} that --columns names for ${name}`
      : `a column ${name}`;
  const way = told === undefined ? ': name the one that is meant by --columns' : '';
  return `${wanted}, the header has ${seen}${way}`;
}

/** A header whose delimiter nobody has found out is one name; whoever reads the error knows better. */
function namesIn(header: readonly string[]): readonly string[] {
  if (header.length !== 1) return header;
  return header[0]!.split(/[;,|\t]/).map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
}

function shown(name: string): string {
  return name.slice(0, 40) || '(blank)';
}
