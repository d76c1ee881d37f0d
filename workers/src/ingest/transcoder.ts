import type { Encoding } from '@churn/shared/dialect/dialect';
import { badInput } from '@churn/shared/platform/churn-error';

/** Turns a stream of bytes into UTF-8, chunk by chunk; line breaks stay where they are. */
export class Transcoder {
  readonly #encoding: Encoding;
  readonly #decoder: InstanceType<typeof TextDecoder>;

  /** `latin1` is read as Windows-1252, as the Encoding standard has it. */
  constructor(encoding: Encoding) {
    this.#encoding = encoding;
    this.#decoder = new TextDecoder(encoding === 'latin1' ? 'windows-1252' : encoding, { fatal: true });
  }

  feed(chunk: Uint8Array): Uint8Array {
    return this.#decode(chunk, true);
  }

  finish(): Uint8Array {
    return this.#decode(new Uint8Array(0), false);
  }

  #decode(chunk: Uint8Array, stream: boolean): Uint8Array {
    try {
      return Buffer.from(this.#decoder.decode(chunk, { stream }));
    } catch {
      throw badInput(
        'bad-encoding',
        `expected text in ${this.#encoding}, found bytes that are not valid in it`,
      );
    }
  }
}
