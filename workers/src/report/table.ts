/** A piece of running text. Only renderers know how it looks; every string is escaped by them. */
export type Inline =
  | string
  | { readonly strong: string }
  | { readonly code: string }
  /** A sentence that a document holds in English, whatever the language of the page. */
  | { readonly english: string };
export type RichText = string | readonly Inline[];

export interface Column {
  readonly title: string;
  /** Numbers stand right-aligned. */
  readonly numeric?: boolean;
}

/** A table whose first column names the row. */
export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly RichText[])[];
}

/** Texts one after the other. */
export function joined(...texts: readonly RichText[]): RichText {
  return texts.flat();
}

/** The words without what they are. */
export function plainText(text: RichText): string {
  if (typeof text === 'string') return text;
  return text.map((piece) => (typeof piece === 'string' ? piece : Object.values(piece).join(''))).join('');
}
