import { RecordScanner } from '@churn/shared/dialect/record-scanner';
import { deliveredText } from '../ingest/delivered-text.ts';
import type { DeliveredFile } from './delivered-file.ts';

interface DataRecord {
  /** Number of its first line in the file, from 1. */
  readonly line: number;
  /** Its place among the sound records, from 0; -1 where it has not the fields of the header. */
  readonly place: number;
  /** It is on one line that the database reads as the scan does. */
  readonly isPlain: boolean;
}

/** As `RecordVisitor`, for data records only, in UTF-8. The record is valid during the call. */
export type DataRecordVisitor = (bytes: Uint8Array, start: number, end: number, record: DataRecord) => void;

/** Passes over the records of a delivered CSV; `afterChunk` may wait, for instance until what was found is written. */
export async function scanDeliveredFile(
  { path, dialect }: DeliveredFile,
  signal: AbortSignal,
  visit: DataRecordVisitor,
  afterChunk: () => Promise<void>,
): Promise<void> {
  const { header, csv } = dialect;
  if (csv === null) throw new Error(`expected ${dialect.file} to be CSV, it is Parquet`);
  const record = { line: 0, place: -1, isPlain: true };
  let sound = 0;
  let isHeader = true;
  const scanner = new RecordScanner(csv, (bytes, start, end, found) => {
    if (isHeader) {
      isHeader = false;
      return;
    }
    const isSound = found.fault === null && found.fields === header.length;
    record.line = found.line;
    record.place = isSound ? sound : -1;
    record.isPlain = found.lines === 1 && !found.readsOtherwise;
    if (isSound) sound += 1;
    visit(bytes, start, end, record);
  });
  for await (const chunk of deliveredText(path, csv)) {
    signal.throwIfAborted();
    scanner.feed(chunk);
    await afterChunk();
  }
  scanner.finish();
  await afterChunk();
}
