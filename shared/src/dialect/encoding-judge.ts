import { isAscii, isUtf8 } from 'node:buffer';
import type { Encoding } from './dialect.ts';

/**
 * Judges the encoding of a stream of bytes that are not UTF-16: UTF-8 where all of it is valid UTF-8, Latin-1 where none of its
 * accented letters are, refused otherwise.
 */
export class EncodingJudge {
  #hasNul = false;
  #rest: Uint8Array = new Uint8Array(0);
  #hasInvalid = false;
  #hasValidAccents = false;

  feed(chunk: Uint8Array): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const cut = bytes.length - openSequenceLength(bytes);
    this.#judge(bytes.subarray(0, cut));
    this.#rest = new Uint8Array(bytes.subarray(cut));
  }

  /** The encoding and what speaks against reading the file at all. `told` is believed where the bytes allow it. */
  finish(told?: Encoding): { readonly encoding: Encoding; readonly problems: readonly string[] } {
    this.#judge(this.#rest);
    const encoding = told ?? (this.#hasInvalid ? 'latin1' : 'utf-8');
    if (this.#hasNul) {
      return { encoding, problems: ['expected text, found NUL bytes, as in a binary file'] };
    }
    if (told === 'utf-8' && this.#hasInvalid) {
      return {
        encoding,
        problems: ['expected UTF-8 as told by --encoding, found bytes that are not valid in it'],
      };
    }
    if (told === undefined && this.#hasInvalid && this.#hasValidAccents) {
      return {
        encoding,
        problems: [
          'expected UTF-8 or Latin-1, found both mixed: convert the file, or choose by --encoding latin1',
        ],
      };
    }
    return { encoding, problems: [] };
  }

  #judge(bytes: Uint8Array): void {
    this.#hasNul ||= bytes.includes(0);
    const isValid = isUtf8(bytes);
    this.#hasInvalid ||= !isValid;
    if (this.#hasValidAccents) return;
    this.#hasValidAccents = !isAscii(bytes) && hasAccents(bytes);
  }
}

/** Characters beyond ASCII, without those that stand for undecodable bytes and without a byte order mark. */
function hasAccents(bytes: Uint8Array): boolean {
  return /[\u0080-\ufefe\uff00-\ufffc\ufffe-\uffff]/.test(new TextDecoder().decode(bytes));
}

/** Bytes at the end that may be the start of a UTF-8 sequence which the next chunk completes. */
function openSequenceLength(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? back : 0;
    }
  }
  return 0;
}
