import type { CategoricalColumn } from './feature-matrix.ts';

/** Codes a column of texts; levels are sorted, so the same rows in any order have the same levels. */
export function categoricalColumn(name: string, texts: readonly (string | null)[]): CategoricalColumn {
  const levels = [...new Set(texts)].filter((text) => text !== null).sort();
  const codeOf = new Map(levels.map((level, code) => [level, code]));
  const codes = Int32Array.from(texts, (text) => (text === null ? -1 : codeOf.get(text)!));
  return { kind: 'categorical', name, codes, levels };
}
