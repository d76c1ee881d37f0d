import { EventEmitter } from 'node:events';
import { poll } from '../poll.ts';
import type { KeyRing } from './key-ring.ts';
import { parseKeys } from './parse-keys.ts';
import { readKeysFile } from './read-keys-file.ts';

interface KeysEvents {
  /** The file's keys count from now on; `mode` are its permission bits. */
  loaded: [keys: KeyRing, mode: number];
  /** The file cannot be used; the keys are those before. */
  'load-failed': [error: Error];
}

/** Follows the file of keys. It is taken whole or not at all: while it is broken or gone, the keys before it stay. */
export class KeysWatch extends EventEmitter<KeysEvents> {
  readonly path: string;
  #current: KeyRing | undefined;
  #loadedText: string | undefined;
  #stop: () => void = () => {};

  constructor(path: string) {
    super();
    this.path = path;
  }

  get current(): KeyRing {
    if (this.#current === undefined)
      throw new Error('expected the keys to be loaded before they are asked for');
    return this.#current;
  }

  /** Loads the file, or throws what is wrong with it; then looks again `intervalMs` after each look until `stop`. */
  async start(intervalMs: number): Promise<void> {
    await this.#load();
    this.#stop = poll(() => this.#look(), intervalMs);
  }

  stop(): void {
    this.#stop();
  }

  async #look(): Promise<void> {
    try {
      await this.#load();
    } catch (error) {
      this.#loadedText = undefined;
      this.emit('load-failed', error instanceof Error ? error : new Error(String(error)));
    }
  }

  async #load(): Promise<void> {
    const { text, mode } = await readKeysFile(this.path);
    if (text === this.#loadedText) return;
    this.#current = parseKeys(text, this.path);
    this.#loadedText = text;
    this.emit('loaded', this.#current, mode);
  }
}
