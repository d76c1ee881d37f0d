import { call, type Handle } from './native-library.ts';
import { XGBoostError } from './xgboost-error.ts';

type Kind = 'DMatrix' | 'Booster';

const frees = { DMatrix: 'XGDMatrixFree', Booster: 'XGBoosterFree' } as const;

/** Frees what was forgotten, some time after its owner was collected. The event loop runs it, so never within a call. */
const forgotten = new FinalizationRegistry<{ readonly kind: Kind; readonly pointer: Handle }>(
  ({ kind, pointer }) => call(frees[kind], pointer),
);

/** A pointer into libxgboost that is freed once: by `dispose()`, or after its owner was collected. */
export class NativeHandle {
  readonly #kind: Kind;
  #pointer: Handle | undefined;

  constructor(kind: Kind, pointer: Handle) {
    this.#kind = kind;
    this.#pointer = pointer;
    forgotten.register(this, { kind, pointer }, this);
  }

  get pointer(): Handle {
    if (this.#pointer === undefined) {
      throw new XGBoostError(`expected a live ${this.#kind}, got one already freed`);
    }
    return this.#pointer;
  }

  /** Harmless the second time. */
  dispose(): void {
    if (this.#pointer === undefined) return;
    const pointer = this.#pointer;
    this.#pointer = undefined;
    forgotten.unregister(this);
    call(frees[this.#kind], pointer);
  }
}
