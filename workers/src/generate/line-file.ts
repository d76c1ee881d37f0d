import { type FileHandle, open } from 'node:fs/promises';

const linesPerWrite = 20_000;

/** A text file that is written line by line, in pieces, so that it may be larger than memory. */
export class LineFile implements AsyncDisposable {
  readonly #file: FileHandle;
  readonly #signal: AbortSignal;
  #pending: string[];
  #lines = 1;

  private constructor(file: FileHandle, header: string, signal: AbortSignal) {
    this.#file = file;
    this.#signal = signal;
    this.#pending = [header];
  }

  static async create(path: string, header: readonly string[], signal: AbortSignal): Promise<LineFile> {
    return new LineFile(await open(path, 'w'), header.join(','), signal);
  }

  /** Lines so far, with the header: the number of the last one. */
  get lines(): number {
    return this.#lines;
  }

  /** Whether enough has gathered to be written. */
  get isFull(): boolean {
    return this.#pending.length >= linesPerWrite;
  }

  add(line: string): void {
    this.#lines += 1;
    this.#pending.push(line);
  }

  async flush(): Promise<void> {
    this.#signal.throwIfAborted();
    if (this.#pending.length > 0) await this.#file.writeFile(`${this.#pending.join('\n')}\n`);
    this.#pending = [];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#file.close();
  }
}
