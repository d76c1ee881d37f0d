import { type FileHandle, open } from 'node:fs/promises';

const chunkBytes = 1 << 20;

/** The bytes of a file from its start to its end. Each chunk is valid until the next is asked for. */
export async function* fileChunks(path: string): AsyncGenerator<Uint8Array> {
  await using file = await open(path, 'r');
  yield* chunksOf(file);
}

/** The same of an open regular file, from where it stands. The next chunk is read while one is used, so it stands further on than was used. */
export async function* chunksOf(file: FileHandle): AsyncGenerator<Uint8Array> {
  const read = async (buffer: Buffer<ArrayBuffer>) => {
    const { bytesRead } = await file.read(buffer, 0, chunkBytes, null);
    return { buffer, bytesRead };
  };
  let next = read(Buffer.allocUnsafe(chunkBytes));
  let other = Buffer.allocUnsafe(chunkBytes);
  for (;;) {
    const { buffer, bytesRead } = await next;
    if (bytesRead === 0) return;
    next = read(other);
    // Whoever asks for no more chunks does not hear of the last one.
    next.catch(() => undefined);
    other = buffer;
    yield buffer.subarray(0, bytesRead);
  }
}
