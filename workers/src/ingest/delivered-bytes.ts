import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

export type Compression = 'none' | 'gzip';

const chunkBytes = 1 << 20;

/** Told by the first two bytes, whatever the file is called. */
export async function compressionOf(path: string): Promise<Compression> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b ? 'gzip' : 'none';
  } finally {
    await file.close();
  }
}

/** The text's bytes of a delivered file as a stream, unpacked where it is packed. */
export function deliveredBytes(path: string, compression: Compression): AsyncIterable<Uint8Array> & Readable {
  const file = createReadStream(path, { highWaterMark: chunkBytes });
  if (compression === 'none') return file;
  const unpacked = createGunzip({ chunkSize: chunkBytes });
  // Whoever reads `unpacked` gets the error of either stream.
  pipeline(file, unpacked, () => undefined);
  return unpacked;
}
