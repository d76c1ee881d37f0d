import { type RecordFault, RecordScanner } from '@churn/shared/dialect/record-scanner';
import { deliveredBytes } from '../ingest/delivered-bytes.ts';
import type { DeliveredFile } from './delivered-file.ts';

type RecordFinding = RecordFault | 'field-count';

interface DataRecord {
  /** Number of its first line in the file, from 1. */
  readonly line: number;
  /** Why it has not the fields of the header. */
  readonly finding: RecordFinding | null;
  /** It is UTF-8 on one line in which a quote is never a letter, so that the database reads its bytes as they are. */
  readonly isPlain: boolean;
}

/** As `RecordVisitor`, for data records only. The record is valid during the call. */
export type DataRecordVisitor = (bytes: Uint8Array, start: number, end: number, record: DataRecord) => void;

/** Passes over the records of a delivered file; `afterChunk` may wait, for instance until what was found is written. */
export async function scanDeliveredFile(
  { path, dialect }: DeliveredFile,
  signal: AbortSignal,
  visit: DataRecordVisitor,
  afterChunk: () => Promise<void>,
): Promise<void> {
  const isUtf8 = dialect.encoding === 'utf-8';
  const record = { line: 0, finding: null as RecordFinding | null, isPlain: true };
  let isHeader = true;
  const scanner = new RecordScanner(dialect.delimiter, (bytes, start, end, found) => {
    if (isHeader) {
      isHeader = false;
      return;
    }
    record.line = found.line;
    record.finding = found.fault ?? (found.fields === dialect.header.length ? null : 'field-count');
    record.isPlain = isUtf8 && found.lines === 1 && !found.hasLiteralQuote;
    visit(bytes, start, end, record);
  });
  for await (const chunk of deliveredBytes(path, dialect.compression)) {
    signal.throwIfAborted();
    scanner.feed(chunk);
    await afterChunk();
  }
  scanner.finish();
  await afterChunk();
}

/** The text of a record in its encoding; `latin1` as Windows-1252, as the Encoding standard has it. */
export function recordDecoder({ dialect }: DeliveredFile): InstanceType<typeof TextDecoder> {
  return new TextDecoder(dialect.encoding === 'latin1' ? 'windows-1252' : 'utf-8');
}
