import type { FileHandle } from 'node:fs/promises';

/** Collects pieces of text and writes them in one go when told. */
export class OutputFile implements AsyncDisposable {
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
