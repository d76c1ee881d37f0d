import type { Encoding } from '@churn/shared/dialect/dialect';

/** Of text in a Latin script nearly every second byte is NUL in UTF-16. */
const leastNulShare = 0.3;
/** Fewer bytes tell nothing. */
const leastBytes = 16;

/** UTF-16 by its byte order mark, or by where the first bytes are NUL; undefined for any other encoding. */
export function wideEncodingOf(start: Uint8Array): Extract<Encoding, 'utf-16le' | 'utf-16be'> | undefined {
  const [first, second] = start;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (start.length < leastBytes) return undefined;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < start.length; at += 1) {
    if (start[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const least = leastNulShare * (start.length / 2);
  if (odd > least && even === 0) return 'utf-16le';
  if (even > least && odd === 0) return 'utf-16be';
  return undefined;
}
