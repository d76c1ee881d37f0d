/** Why a record cannot be split into fields. */
export type RecordFault = 'open-quote' | 'text-after-quote' | 'lone-carriage-return' | 'control-character';

/** What a scan tells of a record. */
export interface FoundRecord {
  /** Number of its first line in the file, from 1. */
  readonly line: number;
  /** How many lines it spans. */
  readonly lines: number;
  readonly fields: number;
  readonly fault: RecordFault | null;
  /** Other readers may read another record: a quote is a letter inside a field, or a carriage return stands inside quotes. */
  readonly readsOtherwise: boolean;
}

/** Called for each record: `bytes[start, end)` is its text without the line break. All of it is valid until more bytes are fed. */
export type RecordVisitor = (bytes: Uint8Array, start: number, end: number, found: FoundRecord) => void;

/** How records are cut into fields. */
export interface RecordMarks {
  readonly delimiter: string;
  /** Null: no field is quoted, every quote is a letter. */
  readonly quote: string | null;
}
