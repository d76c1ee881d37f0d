import { type FileHandle, open } from 'node:fs/promises';

const chunkBytes = 1 << 20;

/** The bytes of a file from its start to its end. One buffer for all chunks: each is valid until the next is asked for. */
export async function* fileChunks(path: string): AsyncGenerator<Uint8Array> {
  await using file = await open(path, 'r');
  yield* chunksOf(file);
}

/** The same of an open file, from where it stands. */
export async function* chunksOf(file: FileHandle): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.allocUnsafe(chunkBytes);
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, chunkBytes, null);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
  }
}
