import { open } from 'node:fs/promises';
import { lineFeed } from '@churn/shared/dialect/bytes';
import { OutputFile } from './output-file.ts';

/** Copies a stream of bytes without the lines of the numbers `left`, which ascend from 1. */
export async function copyOtherLines(
  from: AsyncIterable<Uint8Array>,
  to: string,
  left: readonly number[],
  signal: AbortSignal,
): Promise<void> {
  await using copy = new OutputFile(await open(to, 'w'));
  let line = 1;
  let next = 0;
  for await (const bytes of from) {
    signal.throwIfAborted();
    for (let at = 0; at < bytes.length; ) {
      const isLeft = line === left[next];
      const until = isLeft ? line + 1 : (left[next] ?? Number.POSITIVE_INFINITY);
      const start = at;
      if (until === Number.POSITIVE_INFINITY) at = bytes.length;
      while (line < until && at < bytes.length) {
        const end = bytes.indexOf(lineFeed, at);
        if (end !== -1) line += 1;
        at = end === -1 ? bytes.length : end + 1;
      }
      if (!isLeft) copy.addBytes(bytes, start, at);
      else if (line === until) next += 1;
    }
    await copy.flush();
  }
}
