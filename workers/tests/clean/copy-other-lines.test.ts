import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { copyOtherLines } from '../../src/clean/copy-other-lines.ts';

async function* chunksOf(stream: Buffer, size: number) {
  for (let at = 0; at < stream.length; at += size) yield stream.subarray(at, at + size);
}

test('copies every line but those left out, wherever the stream is cut into chunks', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'churn-copy-'));
  const path = join(folder, 'copy.csv');
  const signal = new AbortController().signal;
  const line = fc.record({ text: fc.constantFrom('a', 'bc', 'é', '', 'x,y'), isLeft: fc.boolean() });
  const file = fc.tuple(
    fc.array(line, { minLength: 1, maxLength: 30 }),
    fc.constantFrom('\n', '\r\n'),
    fc.integer({ min: 1, max: 9 }),
  );
  await fc.assert(
    fc.asyncProperty(file, async ([lines, lineEnd, size]) => {
      const written = lines.map(({ text }) => `${text}${lineEnd}`);
      const left = lines.flatMap(({ isLeft }, index) => (isLeft ? [index + 1] : []));
      await copyOtherLines(chunksOf(Buffer.from(written.join('')), size), path, left, signal);
      expect(await readFile(path, 'utf8')).toBe(written.filter((_, index) => !lines[index]!.isLeft).join(''));
    }),
    { numRuns: 200, seed: 3 },
  );
  await rm(folder, { recursive: true });
});
