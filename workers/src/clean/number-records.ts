import { type FileHandle, open } from 'node:fs/promises';
import { splitRecord } from '@churn/shared/dialect/split-record';
import type { DeliveredFile } from './delivered-file.ts';
import { recordDecoder, scanDeliveredFile } from './scan-delivered-file.ts';

export interface NumberedRecords {
  readonly rows: number;
  /** Records that cannot be split into the fields of the header. */
  readonly brokenRows: number;
}

/**
 * Writes the records of a delivered file once more, each with the number of its line in front, in UTF-8 and on one line
 * (line breaks inside quotes become spaces), and the line numbers of broken records to a file of their own. The database
 * then reads only what is sound, in parallel, and every row knows where it came from.
 */
export async function numberRecords(
  file: DeliveredFile,
  numberedPath: string,
  brokenPath: string,
  signal: AbortSignal,
): Promise<NumberedRecords> {
  await using numbered = new OutputFile(await open(numberedPath, 'w'));
  await using broken = new OutputFile(await open(brokenPath, 'w'));
  const decoder = recordDecoder(file);
  const { delimiter } = file.dialect;
  let rows = 0;
  let brokenRows = 0;
  await scanDeliveredFile(
    file,
    signal,
    (bytes, start, end, { line, finding, isPlain }) => {
      rows += 1;
      if (finding !== null) {
        brokenRows += 1;
        broken.addText(`${line}\n`);
        return;
      }
      numbered.addText(`${line}${delimiter}`);
      if (isPlain) numbered.addBytes(bytes, start, end);
      else numbered.addText(plainRecord(decoder.decode(bytes.subarray(start, end)), delimiter));
      numbered.addText('\n');
    },
    async () => {
      await numbered.flush();
      await broken.flush();
    },
  );
  return { rows, brokenRows };
}

/** The record on one line, every field in quotes. */
function plainRecord(record: string, delimiter: string): string {
  const fields = splitRecord(record, delimiter).map(
    (field) => `"${field.replaceAll('"', '""').replace(/[\r\n]+/g, ' ')}"`,
  );
  return fields.join(delimiter);
}

/** Collects what a chunk gives and writes it in one piece. */
class OutputFile implements AsyncDisposable {
  readonly #file: FileHandle;
  #buffer = Buffer.allocUnsafe(1 << 21);
  #length = 0;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  addText(text: string): void {
    this.#reserve(text.length * 3);
    this.#length += this.#buffer.write(text, this.#length, 'utf8');
  }

  addBytes(bytes: Uint8Array, start: number, end: number): void {
    this.#reserve(end - start);
    this.#buffer.set(bytes.subarray(start, end), this.#length);
    this.#length += end - start;
  }

  async flush(): Promise<void> {
    if (this.#length === 0) return;
    await this.#file.writeFile(this.#buffer.subarray(0, this.#length));
    this.#length = 0;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#file.close();
  }

  #reserve(bytes: number): void {
    if (this.#length + bytes <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(2 * (this.#length + bytes));
    this.#buffer.copy(larger, 0, 0, this.#length);
    this.#buffer = larger;
  }
}
