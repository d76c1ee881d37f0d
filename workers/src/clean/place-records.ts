import type { DeliveredFile } from './delivered-file.ts';
import { scanDeliveredFile } from './scan-delivered-file.ts';

/** The place among the sound records of each line wanted, -1 of a broken one; a line where no record begins is missing. */
export async function placeRecords(
  file: DeliveredFile,
  lines: ReadonlySet<number>,
  signal: AbortSignal,
): Promise<ReadonlyMap<number, number>> {
  const places = new Map<number, number>();
  if (file.dialect.csv === null) {
    for (const line of lines) places.set(line, line - 1);
    return places;
  }
  const note = (
    _bytes: Uint8Array,
    _start: number,
    _end: number,
    record: { line: number; place: number },
  ) => {
    if (lines.has(record.line)) places.set(record.line, record.place);
  };
  await scanDeliveredFile(file, signal, note, async () => undefined);
  return places;
}
