import { hash, timingSafeEqual } from 'node:crypto';
import type { KeyEntry } from './key-entry.ts';
import type { Scope } from './scope.ts';

/** Whom a key stands for. */
export interface KeyHolder {
  readonly id: string;
  readonly scopes: ReadonlySet<Scope>;
  /** Unix time in milliseconds from which on the key is refused; infinite where it does not expire. */
  readonly expiresAtMs: number;
}

/** The keys of one file; never changed, only replaced whole. */
export class KeyRing {
  readonly #digests: readonly Buffer[];
  readonly #holders: readonly KeyHolder[];

  constructor(entries: readonly KeyEntry[]) {
    this.#digests = entries.map(({ sha256 }) => Buffer.from(sha256, 'hex'));
    this.#holders = entries.map(({ id, scopes, expires }) => ({
      id,
      scopes: new Set(scopes),
      expiresAtMs: expires === undefined ? Number.POSITIVE_INFINITY : Date.parse(`${expires}T00:00:00Z`),
    }));
  }

  get size(): number {
    return this.#holders.length;
  }

  /** Compares with every key to its end, so that the time it takes tells nothing about how near a guess has come. */
  holderOf(key: string): KeyHolder | undefined {
    const digest = hash('sha256', key, 'buffer');
    let holder: KeyHolder | undefined;
    for (const [index, known] of this.#digests.entries()) {
      if (timingSafeEqual(known, digest)) holder = this.#holders[index];
    }
    return holder;
  }
}
