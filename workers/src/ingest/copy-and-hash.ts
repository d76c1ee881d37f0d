import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { badInput } from '@churn/shared/platform/churn-error';
import { chunksOf } from '@churn/shared/platform/file-chunks';

/**
 * Copies a file in one pass, chunk by chunk as they are asked for; each is valid until the next is asked for. Refuses (exit 2) at
 * the end of the pass a file whose bytes are not those of `sha256`, or that has grown in the meantime: it was still being written.
 */
export async function* copyAndHash(
  from: string,
  to: string,
  sha256: string,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  await using source = await open(from, 'r');
  await using target = await open(to, 'w');
  const hash = createHash('sha256');
  const { size } = await source.stat();
  let bytes = 0;
  for await (const chunk of chunksOf(source)) {
    signal.throwIfAborted();
    // Written while it is hashed and used.
    const written = target.writeFile(chunk);
    written.catch(() => undefined);
    try {
      hash.update(chunk);
      bytes += chunk.length;
      // Whoever writes on may write on for ever.
      if (bytes > size) break;
      yield chunk;
    } finally {
      await written;
    }
  }
  if (hash.digest('hex') !== sha256 || (await stat(from)).size !== bytes) {
    throw badInput(
      'delivery-changed',
      `expected ${from} to stay as it was, but it changed while it was read: deliver it whole, then start again`,
    );
  }
}
