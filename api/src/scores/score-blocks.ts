import { createHash } from 'node:crypto';
import { badInput } from '@churn/shared/platform/churn-error';
import { fileChunks } from '@churn/shared/platform/file-chunks';

/** A file of predictions with the places of some of its records: one in about 16 KiB, so that the list takes a 2,000th of the file. */
export interface ScoreBlocks {
  readonly path: string;
  /** Byte offsets of records, ascending, the header passed over; the last one is the end of the file. */
  readonly offsets: readonly number[];
}

const blockBytes = 16_384;
const quote = 0x22;
const lineFeed = 0x0a;

/** Reads the file once, chunk by chunk, and refuses one whose bytes are not those of its SHA-256. */
export async function findScoreBlocks(path: string, sha256: string): Promise<ScoreBlocks> {
  const hash = createHash('sha256');
  const offsets: number[] = [];
  let isQuoted = false;
  let position = 0;
  for await (const chunk of fileChunks(path)) {
    hash.update(chunk);
    for (let index = 0; index < chunk.length; index += 1) {
      const byte = chunk[index];
      if (byte === quote) isQuoted = !isQuoted;
      else if (byte === lineFeed && !isQuoted) {
        const next = position + index + 1;
        if (next - (offsets.at(-1) ?? -blockBytes) >= blockBytes) offsets.push(next);
      }
    }
    position += chunk.length;
  }
  const actual = hash.digest('hex');
  if (actual !== sha256) {
    throw badInput(
      'artifact-damaged',
      `expected predictions at ${path} of SHA-256 ${sha256}, they have ${actual}`,
    );
  }
  if (offsets.at(-1) !== position) offsets.push(position);
  return { path, offsets };
}
