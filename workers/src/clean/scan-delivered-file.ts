import { type RecordFault, RecordScanner } from '@churn/shared/dialect/record-scanner';
import { deliveredBytes } from '../ingest/delivered-bytes.ts';
import type { DeliveredFile } from './delivered-file.ts';

export type RecordFinding = RecordFault | 'field-count';

/** As `RecordVisitor`, for data records only; `finding` says why a record has not the fields of the header. */
export type DataRecordVisitor = (
  bytes: Uint8Array,
  start: number,
  end: number,
  line: number,
  lines: number,
  finding: RecordFinding | null,
) => void;

/** Passes over the records of a delivered file; `afterChunk` may wait, for instance until what was found is written. */
export async function scanDeliveredFile(
  { path, dialect }: DeliveredFile,
  signal: AbortSignal,
  visit: DataRecordVisitor,
  afterChunk: () => Promise<void>,
): Promise<void> {
  let isHeader = true;
  const scanner = new RecordScanner(
    dialect.delimiter,
    (bytes, start, end, { line, lines, fields, fault }) => {
      if (isHeader) {
        isHeader = false;
        return;
      }
      const finding = fault ?? (fields === dialect.header.length ? null : 'field-count');
      visit(bytes, start, end, line, lines, finding);
    },
  );
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
