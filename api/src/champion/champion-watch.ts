import { EventEmitter } from 'node:events';
import type { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { badInput } from '@churn/shared/platform/churn-error';
import { readChampionPointer } from '@churn/shared/registry/champion-pointer';
import { poll } from '../poll.ts';
import { type Champion, loadChampion } from './champion.ts';

interface ChampionEvents {
  /** A promoted model was loaded and serves from now on. */
  promoted: [champion: Champion];
  /** A promoted model could not be loaded; `current` is what it was. */
  'load-failed': [error: Error];
}

/**
 * Follows the registry's champion pointer. `current` is one immutable object: a request takes it once and keeps it, so
 * that no answer mixes two models. Whatever goes wrong while loading a new one, the old one stays; loading is tried
 * again at the next look, since the files may still be on their way.
 */
export class ChampionWatch extends EventEmitter<ChampionEvents> {
  readonly #layout: ArtifactLayout;
  #current: Champion | undefined;
  #stop: () => void = () => {};

  constructor(layout: ArtifactLayout) {
    super();
    this.#layout = layout;
  }

  get current(): Champion | undefined {
    return this.#current;
  }

  /** Looks once, then again `intervalMs` after each look until `stop`. */
  async start(intervalMs: number): Promise<void> {
    await this.#look();
    this.#stop = poll(() => this.#look(), intervalMs);
  }

  stop(): void {
    this.#stop();
  }

  async #look(): Promise<void> {
    try {
      const pointer = await readChampionPointer(this.#layout);
      const serving = this.#current?.pointer;
      if (pointer === undefined) {
        if (serving === undefined) return;
        throw badInput(
          'champion-pointer-gone',
          `expected a champion at ${this.#layout.championPointer}, where revision ${serving.revision} was; found none`,
        );
      }
      if (pointer.revision === serving?.revision && pointer.modelSha256 === serving.modelSha256) return;
      this.#current = await loadChampion(this.#layout, pointer);
      this.emit('promoted', this.#current);
    } catch (error) {
      this.emit('load-failed', error instanceof Error ? error : new Error(String(error)));
    }
  }
}
