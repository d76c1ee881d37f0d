import { isUtf8 } from 'node:buffer';
import type { Encoding } from './dialect.ts';

const nul = 1;
const control = 2;
const beyondAscii = 4;
/** What a byte tells; tab, line breaks, form feed and escape are ordinary text. */
const kindOfByte = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte === 0) return nul;
  if (byte < 32 && ![9, 10, 11, 12, 13, 27].includes(byte)) return control;
  return byte >= 0x80 ? beyondAscii : 0;
});

/**
 * Judges the encoding of a stream of bytes: UTF-8 where all of it is valid UTF-8, Latin-1 where none of its accented
 * letters are, refused otherwise. (`latin1` is read as Windows-1252, which has Latin-1's letters and the euro sign.)
 */
export class EncodingJudge {
  readonly #problems = new Set<string>();
  #rest: Uint8Array = new Uint8Array(0);
  #started = false;
  #hasInvalid = false;
  #hasValidAccents = false;

  feed(chunk: Uint8Array): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    if (!this.#started && bytes.length >= 2) this.#judgeStart(bytes);
    const cut = bytes.length - openSequenceLength(bytes);
    this.#judge(bytes.subarray(0, cut));
    this.#rest = bytes.slice(cut);
  }

  /** The encoding and what speaks against reading the file at all. `told` is believed where the bytes allow it. */
  finish(told?: Encoding): { readonly encoding: Encoding; readonly problems: readonly string[] } {
    this.#judge(this.#rest);
    const problems = [...this.#problems];
    if (problems.length > 0) return { encoding: told ?? 'utf-8', problems };
    if (told === 'utf-8' && this.#hasInvalid) {
      problems.push('expected UTF-8 as told by --encoding, found bytes that are not valid in it');
    }
    if (told === undefined && this.#hasInvalid && this.#hasValidAccents) {
      problems.push(
        'expected UTF-8 or Latin-1, found both mixed: convert the file, or choose by --encoding latin1',
      );
    }
    return { encoding: told ?? (this.#hasInvalid ? 'latin1' : 'utf-8'), problems };
  }

  #judgeStart(bytes: Uint8Array): void {
    this.#started = true;
    const [first, second] = bytes;
    if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
      this.#problems.add('expected UTF-8 or Latin-1, found UTF-16 (its byte order mark)');
    }
  }

  #judge(bytes: Uint8Array): void {
    if (bytes.length === 0 || this.#problems.size > 0) return;
    let kinds = 0;
    for (let at = 0; at < bytes.length; at += 1) kinds |= kindOfByte[bytes[at]!]!;
    if (kinds & nul) {
      this.#problems.add('expected text in UTF-8 or Latin-1, found NUL bytes, as in UTF-16 or a binary file');
    } else if (kinds & control) {
      this.#problems.add('expected text in UTF-8 or Latin-1, found control characters, as in a binary file');
    } else if (kinds & beyondAscii && !(this.#hasInvalid && this.#hasValidAccents)) {
      const invalid = !isUtf8(bytes);
      this.#hasInvalid ||= invalid;
      this.#hasValidAccents ||= accents(new TextDecoder().decode(bytes)) > 0;
    }
  }
}

/** Characters beyond ASCII, without those that stand for undecodable bytes and without a byte order mark. */
function accents(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x80 && code !== 0xfeff && code !== 0xfffd) count += 1;
  }
  return count;
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
