import { open } from 'node:fs/promises';
import type { CsvDialect } from '@churn/shared/dialect/dialect';
import { splitRecord } from '@churn/shared/dialect/split-record';
import type { DeliveredFile } from './delivered-file.ts';
import { OutputFile } from './output-file.ts';
import { scanDeliveredFile } from './scan-delivered-file.ts';

const lineFeed = 10;

/**
 * Writes the sound records of a delivered CSV once more, in UTF-8 and each on one line (line breaks inside quotes become
 * blanks), after a header of numbers, so that none is the first line, which would lose a byte order mark: the database then
 * reads only what is sound, in parallel. Returns how many there are.
 */
export async function copySoundRecords(
  file: DeliveredFile,
  path: string,
  signal: AbortSignal,
): Promise<number> {
  await using copy = new OutputFile(await open(path, 'w'));
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const csv = file.dialect.csv!;
  copy.addText(`${file.dialect.header.map((_, index) => index).join(csv.delimiter)}\n`);
  let rows = 0;
  // Neighbours are copied in one piece.
  let piece: Uint8Array | undefined;
  let pieceStart = 0;
  let pieceEnd = 0;
  const endPiece = () => {
    if (piece !== undefined) copy.addBytes(piece, pieceStart, pieceEnd);
    piece = undefined;
  };
  await scanDeliveredFile(
    file,
    signal,
    (bytes, start, end, { place, isPlain }) => {
      if (place === -1) return;
      rows += 1;
      if (isPlain && bytes[end] === lineFeed) {
        if (piece !== bytes || pieceEnd !== start) {
          endPiece();
          piece = bytes;
          pieceStart = start;
        }
        pieceEnd = end + 1;
        return;
      }
      endPiece();
      if (isPlain) copy.addBytes(bytes, start, end);
      else copy.addText(plainRecord(decoder.decode(bytes.subarray(start, end)), csv));
      copy.addText('\n');
    },
    async () => {
      endPiece();
      await copy.flush();
    },
  );
  return rows;
}

/** The record on one line, every field in quotes. */
function plainRecord(record: string, { delimiter, quote }: CsvDialect): string {
  const mark = quote ?? '"';
  const fields = splitRecord(record, delimiter, quote).map(
    (field) => `${mark}${field.replaceAll(mark, mark + mark).replace(/[\r\n]+/g, ' ')}${mark}`,
  );
  return fields.join(delimiter);
}
