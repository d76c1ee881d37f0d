import koffi from 'koffi';
import type { Handle } from './native-library.ts';

/** koffi's own decoding makes a number object of each value; a copy of bytes takes a hundredth of that. */
const copy = koffi.load(null).func('void *memcpy(void *to, const void *from, uint64_t bytes)') as (
  to: ArrayBufferView,
  from: Handle,
  bytes: number,
) => void;

/**
 * Copies an array out of libxgboost. Its result buffers belong to the calling thread and are overwritten by the next
 * call, so nothing of them may be kept.
 */
export function copyInto<T extends Float32Array | Uint8Array | Uint32Array | BigUint64Array>(
  to: T,
  from: Handle,
): T {
  if (to.byteLength > 0) copy(to, from, to.byteLength);
  return to;
}

/** Dimensions that libxgboost tells, as plain numbers. */
export function copyShape(from: Handle, dimensions: number | bigint): number[] {
  return Array.from(copyInto(new BigUint64Array(Number(dimensions)), from), Number);
}

/** Copies `count` C strings. */
export function copyStrings(from: Handle, count: number | bigint): string[] {
  return Number(count) === 0 ? [] : [...(koffi.decode(from, 'char *', Number(count)) as string[])];
}
