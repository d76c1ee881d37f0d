import type { ClientRateLimitInfo, Store } from 'express-rate-limit';

interface RateStoreSettings {
  readonly windowMs: number;
  /** The most callers to remember (10 MB of 50,000); beyond it those whose window ends next are forgotten first. */
  readonly capacity?: number;
  readonly now: () => Date;
}

/** Hits of each caller in a window that begins with the first, in memory that many addresses cannot fill. */
export class BoundedRateStore implements Store {
  readonly localKeys = true;
  readonly #settings: Required<RateStoreSettings>;
  /** In the order in which windows end, since all are of one length. */
  readonly #callers = new Map<string, { totalHits: number; readonly resetTime: Date }>();

  constructor(settings: RateStoreSettings) {
    this.#settings = { capacity: 50_000, ...settings };
  }

  get size(): number {
    return this.#callers.size;
  }

  get(caller: string): ClientRateLimitInfo | undefined {
    const info = this.#callers.get(caller);
    return info !== undefined && info.resetTime > this.#settings.now() ? info : undefined;
  }

  increment(caller: string): ClientRateLimitInfo {
    const now = this.#settings.now();
    this.#forgetEnded(now);
    const known = this.#callers.get(caller);
    if (known !== undefined) {
      known.totalHits += 1;
      return known;
    }
    if (this.#callers.size >= this.#settings.capacity) this.#forgetNext();
    const first = { totalHits: 1, resetTime: new Date(now.getTime() + this.#settings.windowMs) };
    this.#callers.set(caller, first);
    return first;
  }

  decrement(caller: string): void {
    const known = this.#callers.get(caller);
    if (known !== undefined) known.totalHits -= 1;
  }

  resetKey(caller: string): void {
    this.#callers.delete(caller);
  }

  #forgetEnded(now: Date): void {
    for (const [caller, { resetTime }] of this.#callers) {
      if (resetTime > now) return;
      this.#callers.delete(caller);
    }
  }

  #forgetNext(): void {
    const [next] = this.#callers.keys();
    this.resetKey(next!);
  }
}
