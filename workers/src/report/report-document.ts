import type { Chart } from './charts/chart.ts';
import type { Language } from './language/language.ts';
import type { RichText, Table } from './table.ts';

/** Small tables that belong together, side by side where there is room. */
export interface Tables {
  readonly kind: 'tables';
  readonly tables: readonly Table[];
}

/** A long table behind its caption, to be unfolded. */
export interface Unfolded {
  readonly kind: 'unfolded';
  readonly table: Table;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: RichText;
}

export interface List {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly items: readonly RichText[];
}

export interface Commands {
  readonly kind: 'commands';
  readonly lines: readonly string[];
}

/** Charts that belong together, side by side where there is room. */
export interface Charts {
  readonly kind: 'charts';
  readonly charts: readonly Chart[];
}

export type Tone = 'good' | 'care' | 'bad';

/** The answer to the one question of the page, set apart. */
export interface Verdict {
  readonly kind: 'verdict';
  readonly tone: Tone;
  /** In a word or two, so that colour is not the only sign. */
  readonly label: string;
  readonly text: RichText;
}

export interface Subheading {
  readonly kind: 'subheading';
  readonly text: string;
}

export type Block = Table | Tables | Unfolded | Paragraph | List | Commands | Charts | Verdict | Subheading;

export interface Section {
  /** Unique on the page; the target of links. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** The report as content: what is said, in which order, in no format. */
export interface ReportDocument {
  /** In which it is written; page furniture and the numbers on axes follow it. */
  readonly language: Language;
  readonly title: string;
  readonly subtitle: string;
  readonly sections: readonly Section[];
}

export function paragraph(text: RichText): Paragraph {
  return { kind: 'paragraph', text };
}

export function bullets(items: readonly RichText[]): List {
  return { kind: 'list', ordered: false, items };
}

export function subheading(text: string): Subheading {
  return { kind: 'subheading', text };
}
