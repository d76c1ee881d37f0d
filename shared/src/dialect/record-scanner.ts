import { badInput } from '../platform/churn-error.ts';
import { carriageReturn, isControl, lineFeed } from './bytes.ts';
import { countInLines } from './count-in-lines.ts';
import type { RecordFault, RecordMarks, RecordVisitor } from './found-record.ts';

const longestRecordBytes = 1 << 16;
const longestLineBytes = 1 << 20;
/** Beyond this the search for a quote is left to native code, which is slow to call and fast to run. */
const shortFieldBytes = 64;

/**
 * Cuts a stream of bytes into the records of a delimited file, quotes respected, empty lines skipped; makes no object for
 * a record. A record whose quote does not end within 64 KiB, or ends in the middle of a field, is a fault of its first line
 * alone: reading goes on at the next line, so that one stray quote does not swallow the rows after it. Works on UTF-8 and
 * Latin-1 alike, where delimiter, quote and line breaks are the same single bytes.
 */
export class RecordScanner {
  /** Line breaks outside quotes: of a line feed alone, of a carriage return and a line feed, of the former at the end of the file. */
  readonly lineEnds = { alone: 0, withReturn: 0, cutOff: 0 };
  readonly #delimiter: number;
  readonly #quote: number;
  readonly #visit: RecordVisitor;
  // One object for all records; its fields are overwritten.
  readonly #found = {
    line: 1,
    lines: 1,
    fields: 1,
    fault: null as RecordFault | null,
    readsOtherwise: false,
  };
  #buffer: Uint8Array = new Uint8Array(0);
  /** Bytes of the buffer that are read but not passed. */
  #rest: Uint8Array = this.#buffer;
  #started = false;
  #line = 1;

  constructor({ delimiter, quote }: RecordMarks, visit: RecordVisitor) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#quote = quote === null ? -1 : quote.charCodeAt(0);
    this.#visit = visit;
  }

  feed(chunk: Uint8Array): void {
    this.#scan(chunk, false);
  }

  finish(): void {
    this.#scan(new Uint8Array(0), true);
  }

  #scan(chunk: Uint8Array, isLast: boolean): void {
    const bytes = this.#append(chunk);
    if (!this.#started && bytes.length < 3 && !isLast) return;
    let start = this.#started ? 0 : byteOrderMarkLength(bytes);
    this.#started = true;
    while (start < bytes.length) {
      start = this.#plainRecords(bytes, start);
      if (start === bytes.length) break;
      const next = this.#record(bytes, start, isLast);
      if (next === -1) break;
      start = next;
    }
    if (bytes.length - start > longestLineBytes) {
      throw badInput('long-line', `expected lines of at most 1 MiB, line ${this.#line} is longer`);
    }
    this.#rest = bytes.subarray(start);
  }

  /** What the chunk before has left over and the chunk, in one buffer for all chunks. */
  #append(chunk: Uint8Array): Uint8Array {
    const length = this.#rest.length + chunk.length;
    const buffer = length > this.#buffer.length ? Buffer.allocUnsafe(2 * length) : this.#buffer;
    buffer.set(this.#rest);
    buffer.set(chunk, this.#rest.length);
    this.#buffer = buffer;
    this.#rest = buffer.subarray(0, length);
    return this.#rest;
  }

  /** Visits whole records that have neither quote nor fault, and returns where the first other one starts. */
  #plainRecords(bytes: Uint8Array, from: number): number {
    const found = this.#found;
    const visit = this.#visit;
    const quote = this.#quote < 0 ? -1 : bytes.indexOf(this.#quote, from);
    const lastLineEnd = bytes.lastIndexOf(lineFeed, quote === -1 ? bytes.length - 1 : quote);
    if (lastLineEnd < from) return from;
    found.lines = 1;
    found.fault = null;
    found.readsOtherwise = false;
    let line = this.#line;
    let withReturn = 0;
    let next = from;
    countInLines(bytes, from, lastLineEnd + 1, this.#delimiter, (start, lineEnd, delimiters, controls) => {
      const hasReturn = lineEnd > start && bytes[lineEnd - 1] === carriageReturn;
      if (controls > (hasReturn ? 1 : 0)) return false;
      const end = hasReturn ? lineEnd - 1 : lineEnd;
      if (hasReturn) withReturn += 1;
      if (end > start) {
        found.line = line;
        found.fields = delimiters + 1;
        visit(bytes, start, end, found);
      }
      line += 1;
      next = lineEnd + 1;
      return true;
    });
    this.lineEnds.withReturn += withReturn;
    this.lineEnds.alone += line - this.#line - withReturn;
    this.#line = line;
    return next;
  }

  /** Visits the record at `start`, whatever it is, and returns where the next one starts; -1 where more bytes are needed. */
  #record(bytes: Uint8Array, start: number, isLast: boolean): number {
    const found = this.#found;
    found.lines = 1;
    found.fields = 1;
    found.fault = null;
    found.readsOtherwise = false;
    let at = start;
    let atFieldStart = true;
    while (at < bytes.length && bytes[at] !== lineFeed) {
      const byte = bytes[at]!;
      if (byte === this.#quote && atFieldStart) {
        at = this.#quotedField(bytes, start, at, isLast);
        if (at === -1) return -1;
        if (found.fault === 'open-quote' || found.fault === 'text-after-quote') break;
        atFieldStart = false;
        continue;
      }
      if (byte === carriageReturn && at + 1 >= bytes.length && !isLast) return -1;
      atFieldStart = byte === this.#delimiter;
      if (atFieldStart) found.fields += 1;
      else this.#noteByte(bytes, at);
      at += 1;
    }
    if (found.fault === 'open-quote' || found.fault === 'text-after-quote') {
      found.lines = 1;
      const lineEnd = bytes.indexOf(lineFeed, start);
      at = lineEnd === -1 ? bytes.length : lineEnd;
    }
    if (at >= bytes.length && !isLast) return -1;
    this.#endRecord(bytes, start, at);
    return at + 1;
  }

  #noteByte(bytes: Uint8Array, at: number): void {
    const byte = bytes[at]!;
    const found = this.#found;
    if (byte === this.#quote) found.readsOtherwise = true;
    if (byte === carriageReturn) {
      if (at + 1 < bytes.length && bytes[at + 1] !== lineFeed) found.fault ??= 'lone-carriage-return';
    } else if (isControl[byte] === 1) {
      found.fault ??= 'control-character';
    }
  }

  /** Passes the field whose quote opens at `opened`; returns the place after it, -1 where more bytes are needed. */
  #quotedField(bytes: Uint8Array, start: number, opened: number, isLast: boolean): number {
    const found = this.#found;
    const limit = Math.min(bytes.length, start + longestRecordBytes);
    const closing = this.#closingQuote(bytes, opened + 1, limit);
    const after = closing === -1 ? limit : closing + 1;
    // Whether a quote at the very end of the bytes closes the field is known with the next byte only.
    if (!isLast && after >= bytes.length && after - start < longestRecordBytes) return -1;
    if (closing === -1) {
      found.fault = 'open-quote';
    } else if (after < bytes.length && !endsField(bytes, after, this.#delimiter)) {
      found.fault = 'text-after-quote';
    } else {
      for (let at = opened + 1; at < closing; at += 1) {
        if (bytes[at] === lineFeed) found.lines += 1;
        else if (bytes[at] === carriageReturn) found.readsOtherwise = true;
        else if (isControl[bytes[at]!] === 1) found.fault ??= 'control-character';
      }
    }
    return after;
  }

  /** Place of the quote that ends a field, doubled quotes skipped; -1 where there is none before `limit`. */
  #closingQuote(bytes: Uint8Array, from: number, limit: number): number {
    for (let at = from; at < limit; at += 1) {
      if (bytes[at] === this.#quote) {
        if (bytes[at + 1] !== this.#quote) return at;
        at += 1;
      } else if (at - from >= shortFieldBytes) {
        const far = bytes.subarray(at, limit).indexOf(this.#quote);
        if (far === -1) return -1;
        at += far - 1;
      }
    }
    return -1;
  }

  /** Visits what was found unless it is empty; `at` is the place of the line feed, or the end of the file. */
  #endRecord(bytes: Uint8Array, start: number, at: number): void {
    const found = this.#found;
    const hasReturn = at > start && bytes[at - 1] === carriageReturn;
    const end = hasReturn ? at - 1 : at;
    if (at >= bytes.length) this.lineEnds.cutOff += hasReturn ? 1 : 0;
    else if (hasReturn) this.lineEnds.withReturn += 1;
    else this.lineEnds.alone += 1;
    found.line = this.#line;
    if (end > start) this.#visit(bytes, start, end, found);
    this.#line += found.lines;
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
