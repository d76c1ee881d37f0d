import { firstPrintable, lineFeed } from './bytes.ts';

/** Gets a line without its line feed, and what it holds of each; returns whether to go on. */
export type CountedLineVisitor = (
  start: number,
  end: number,
  delimiters: number,
  controls: number,
) => boolean;

const bytesOfWord = 4;
const noWords = new Int32Array(0);
/** A byte in each place of a word, times a byte: that byte in each place. */
const ones = 0x01010101;
const highBits = 0x80808080;
const otherBits = 0x7f7f7f7f;
/** Of each byte the bits that a control character has not. */
const printableBits = 0xe0e0e0e0;

/**
 * Counts delimiters and control characters (but line feeds) in each line from `from` to `to`, the place after a line feed. Four
 * bytes at a time, in the arithmetic of whole words (H. S. Warren, Hacker's Delight, chapter 6): byte by byte only where a line may end.
 */
export function countInLines(
  bytes: Uint8Array,
  from: number,
  to: number,
  delimiter: number,
  visit: CountedLineVisitor,
): void {
  const aligned = from + (-(bytes.byteOffset + from) & (bytesOfWord - 1));
  const words =
    to - aligned < bytesOfWord
      ? noWords
      : new Int32Array(bytes.buffer, bytes.byteOffset + aligned, Math.floor((to - aligned) / bytesOfWord));
  const firstWord = Math.min(to, aligned);
  const delimiterWord = Math.imul(delimiter, ones);
  let start = from;
  let delimiters = 0;
  let controls = 0;
  let at = from;
  let word = 0;
  let readTo = firstWord;
  for (;;) {
    for (; at < readTo; at += 1) {
      const byte = bytes[at]!;
      if (byte === delimiter) delimiters += 1;
      else if (byte === lineFeed) {
        if (!visit(start, at, delimiters, controls)) return;
        start = at + 1;
        delimiters = 0;
        controls = 0;
      } else if (byte < firstPrintable) controls += 1;
    }
    if (at === to) return;
    for (; word < words.length; word += 1) {
      if (hasControl(words[word]!)) break;
      delimiters += zeroBytes(words[word]! ^ delimiterWord);
    }
    at = firstWord + bytesOfWord * word;
    readTo = word < words.length ? at + bytesOfWord : to;
    word += 1;
  }
}

/** Whether one of the four bytes is below 32. */
function hasControl(word: number): boolean {
  const bits = word & printableBits;
  return ((bits - ones) & ~bits & highBits) !== 0;
}

/** How many of the four bytes are zero. */
function zeroBytes(word: number): number {
  const highBitOfZeros = ~(((word & otherBits) + otherBits) | word | otherBits);
  return Math.imul(highBitOfZeros >>> 7, ones) >>> 24;
}
