import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import type { Compression } from '@churn/shared/dialect/dialect';
import { fileChunks } from '@churn/shared/platform/file-chunks';

const chunkBytes = 1 << 20;

/**
 * The bytes of a delivered file, unpacked where it is packed; a chunk is valid until the next is asked for. A file that was cut off
 * throws an error with a code.
 */
export function deliveredBytes(path: string, compression: Compression): AsyncIterable<Uint8Array> {
  if (compression === 'zstd') return zstdFrames(path);
  if (compression === 'none') return fileChunks(path);
  const file = createReadStream(path, { highWaterMark: chunkBytes });
  const unpacked = createGunzip({ chunkSize: chunkBytes });
  // Whoever reads `unpacked` gets the error of either stream.
  pipeline(file, unpacked, () => undefined);
  return unpacked;
}

/** A zstd file is one frame or several, and Node's decompressor ends with the first. */
async function* zstdFrames(path: string): AsyncGenerator<Uint8Array> {
  const { size } = await stat(path);
  for (let at = 0; at < size; ) {
    const frame = createZstdDecompress({ chunkSize: chunkBytes });
    pipeline(createReadStream(path, { start: at, highWaterMark: chunkBytes }), frame, () => undefined);
    yield* frame;
    at += frame.bytesWritten;
  }
}
