import { isUtf8 } from 'node:buffer';

const utf8 = new TextDecoder();
const windows1252 = new TextDecoder('windows-1252');

/** Text of bytes whose encoding is not decided yet: UTF-8 where they are valid in it, else Windows-1252. */
export function looseText(bytes: Uint8Array): string {
  return (isUtf8(bytes) ? utf8 : windows1252).decode(bytes);
}
