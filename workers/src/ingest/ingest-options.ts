import type { ToldDialect } from './told-dialect.ts';

export interface IngestOptions extends ToldDialect {
  /** A file, a folder or a glob; null where nothing of the table is new. */
  readonly customers: string | null;
  readonly transactions: string | null;
  /** Run whose files come before the new ones; null: the new ones are all. */
  readonly appendTo: string | null;
  /** Day on which the new files came, YYYY-MM-DD; null: not known. */
  readonly arrived: string | null;
  /** The user's mapping file. */
  readonly columns: string | null;
}
