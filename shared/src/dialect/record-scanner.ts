import { badInput } from '../platform/churn-error.ts';

/** Why a record cannot be split into fields. */
export type RecordFault = 'open-quote' | 'text-after-quote' | 'lone-carriage-return';

/**
 * Called for each record. `bytes[start, end)` is its text without the line break, valid during the call only; `line` is the
 * number of its first line in the file, from 1; `lines` how many lines it spans.
 */
export type RecordVisitor = (
  bytes: Uint8Array,
  start: number,
  end: number,
  position: {
    readonly line: number;
    readonly lines: number;
    readonly fields: number;
    readonly fault: RecordFault | null;
    /** A quote stands inside a field that does not begin with one: it is a letter. */
    readonly hasLiteralQuote: boolean;
  },
) => void;

const lineFeed = 10;
const carriageReturn = 13;
const quote = 34;
const longestRecordBytes = 1 << 16;
const longestLineBytes = 1 << 20;

/**
 * Cuts a stream of bytes into the records of a delimited file, quotes respected, empty lines skipped; makes no object for
 * a record. A record whose quote does not end within 64 KiB, or ends in the middle of a field, is a fault of its first line
 * alone: reading goes on at the next line, so that one stray quote does not swallow the rows after it. Works on UTF-8 and
 * Latin-1 alike, where delimiter, quote and line breaks are the same single bytes.
 */
export class RecordScanner {
  readonly #delimiter: number;
  readonly #visit: RecordVisitor;
  // One object for all records; its fields are overwritten.
  readonly #found = {
    line: 1,
    lines: 1,
    fields: 1,
    fault: null as RecordFault | null,
    hasLiteralQuote: false,
  };
  #rest: Uint8Array = new Uint8Array(0);
  #started = false;
  #line = 1;

  constructor(delimiter: string, visit: RecordVisitor) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#visit = visit;
  }

  feed(chunk: Uint8Array): void {
    this.#scan(chunk, false);
  }

  finish(): void {
    this.#scan(new Uint8Array(0), true);
  }

  #scan(chunk: Uint8Array, isLast: boolean): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    if (!this.#started && bytes.length < 3 && !isLast) {
      this.#rest = bytes;
      return;
    }
    let start = this.#started ? 0 : byteOrderMarkLength(bytes);
    this.#started = true;
    while (start < bytes.length) {
      const next = this.#record(bytes, start, isLast);
      if (next === -1) break;
      start = next;
    }
    if (bytes.length - start > longestLineBytes) {
      throw badInput('long-line', `expected lines of at most 1 MiB, line ${this.#line} is longer`);
    }
    this.#rest = bytes.slice(start);
  }

  /** Visits the record at `start` and returns where the next one starts; -1 where more bytes are needed. */
  #record(bytes: Uint8Array, start: number, isLast: boolean): number {
    const { length } = bytes;
    let fields = 1;
    let lines = 1;
    let at = start;
    let atFieldStart = true;
    let hasLiteralQuote = false;
    let fault: RecordFault | null = null;
    while (at < length) {
      const byte = bytes[at]!;
      if (byte === lineFeed) break;
      if (byte === this.#delimiter) {
        fields += 1;
        atFieldStart = true;
        at += 1;
      } else if (byte === quote && atFieldStart) {
        const limit = Math.min(length, start + longestRecordBytes);
        let closed = false;
        at += 1;
        while (at < limit) {
          const inside = bytes[at]!;
          at += 1;
          if (inside === lineFeed) lines += 1;
          if (inside !== quote) continue;
          if (at < length && bytes[at] === quote) {
            at += 1;
          } else {
            closed = true;
            break;
          }
        }
        // Whether a quote at the very end of the bytes closes the field is known with the next byte only.
        if (!isLast && at >= length && at - start < longestRecordBytes) return -1;
        if (!closed) fault = 'open-quote';
        else if (at < length && !endsField(bytes, at, this.#delimiter)) fault = 'text-after-quote';
        if (fault !== null) break;
        atFieldStart = false;
      } else {
        if (byte === quote) hasLiteralQuote = true;
        if (byte === carriageReturn) {
          if (at + 1 >= length && !isLast) return -1;
          if (at + 1 < length && bytes[at + 1] !== lineFeed) fault ??= 'lone-carriage-return';
        }
        atFieldStart = false;
        at += 1;
      }
    }
    if (fault === 'open-quote' || fault === 'text-after-quote') {
      at = bytes.indexOf(lineFeed, start);
      if (at === -1) at = length;
      lines = 1;
    }
    if (at >= length && !isLast) return -1;
    const end = at > start && bytes[at - 1] === carriageReturn ? at - 1 : at;
    if (end > start) {
      const found = this.#found;
      found.line = this.#line;
      found.lines = lines;
      found.fields = fields;
      found.fault = fault;
      found.hasLiteralQuote = hasLiteralQuote;
      this.#visit(bytes, start, end, found);
    }
    this.#line += lines;
    return at + 1;
  }
}

function endsField(bytes: Uint8Array, at: number, delimiter: number): boolean {
  const byte = bytes[at];
  return (
    byte === delimiter ||
    byte === lineFeed ||
    (byte === carriageReturn && (at + 1 >= bytes.length || bytes[at + 1] === lineFeed))
  );
}

function byteOrderMarkLength(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}
