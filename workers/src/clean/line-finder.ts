import { carriageReturn, lineFeed } from '@churn/shared/dialect/bytes';

/** Gets a line without its line break. The bytes are valid during the call. */
export type LineVisitor = (bytes: Uint8Array, start: number, end: number, line: number) => void;

/** Finds lines of a stream of bytes by their numbers, in a file in which a line break alone ends a record. */
export class LineFinder {
  readonly #wanted: () => number;
  readonly #visit: LineVisitor;
  /** Number of the line in which the bytes begin that come next. */
  #line = 1;
  /** What came before of a wanted line. */
  #begun: Uint8Array = new Uint8Array(0);

  /** `wanted` tells the number of the next wanted line, from 1 and ascending; a huge one where there is none. */
  constructor(wanted: () => number, visit: LineVisitor) {
    this.#wanted = wanted;
    this.#visit = visit;
  }

  feed(bytes: Uint8Array): void {
    let at = 0;
    for (;;) {
      const wanted = this.#wanted();
      while (this.#line < wanted) {
        const end = bytes.indexOf(lineFeed, at);
        if (end === -1) return;
        this.#line += 1;
        at = end + 1;
      }
      const end = bytes.indexOf(lineFeed, at);
      if (end === -1) {
        this.#begun = Buffer.concat([this.#begun, bytes.subarray(at)]);
        return;
      }
      if (this.#begun.length === 0) this.#hand(bytes, at, end);
      else this.#handBegun(bytes.subarray(at, end));
      at = end + 1;
    }
  }

  finish(): void {
    if (this.#begun.length > 0) this.#handBegun(new Uint8Array(0));
  }

  #handBegun(rest: Uint8Array): void {
    const line = Buffer.concat([this.#begun, rest]);
    this.#begun = new Uint8Array(0);
    this.#hand(line, 0, line.length);
  }

  #hand(bytes: Uint8Array, start: number, end: number): void {
    const hasReturn = end > start && bytes[end - 1] === carriageReturn;
    this.#visit(bytes, start, hasReturn ? end - 1 : end, this.#line);
    this.#line += 1;
  }
}
