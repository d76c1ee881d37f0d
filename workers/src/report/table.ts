/** A piece of running text. Only renderers know how it looks; every string is escaped by them. */
export type Inline = string | { readonly strong: string } | { readonly code: string };
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
