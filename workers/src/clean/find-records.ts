import { fileChunks } from '@churn/shared/platform/file-chunks';
import { LineFinder } from './line-finder.ts';
import type { DataRecordVisitor } from './scan-delivered-file.ts';

/**
 * As `scanDeliveredFile` of a file whose `brokenLines` are known, but visits no records than those at the places that `nextPlace`
 * tells, ascending, and the broken ones: between them only line breaks are counted.
 */
export async function findRecords(
  path: string,
  brokenLines: readonly number[],
  signal: AbortSignal,
  nextPlace: () => number | undefined,
  visit: DataRecordVisitor,
  afterChunk: () => Promise<void>,
): Promise<void> {
  const record = { line: 0, place: -1, isPlain: true };
  /** Added to a place among the sound records, it is a line: the first is that of the header. */
  let linesBefore = 2;
  let broken = 0;
  const wanted = () => {
    const place = nextPlace() ?? Number.POSITIVE_INFINITY;
    return Math.min(place + linesBefore, brokenLines[broken] ?? Number.POSITIVE_INFINITY);
  };
  const finder = new LineFinder(wanted, (bytes, start, end, line) => {
    const isBroken = line === brokenLines[broken];
    record.line = line;
    record.place = isBroken ? -1 : line - linesBefore;
    if (isBroken) {
      broken += 1;
      linesBefore += 1;
    }
    visit(bytes, start, end, record);
  });
  for await (const chunk of fileChunks(path)) {
    signal.throwIfAborted();
    finder.feed(chunk);
    await afterChunk();
  }
  finder.finish();
  await afterChunk();
}
