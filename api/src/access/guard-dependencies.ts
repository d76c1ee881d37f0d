import type { KeysWatch } from '../keys/keys-watch.ts';
import type { ApiMetrics } from '../metrics/api-metrics.ts';

export interface RateSettings {
  /** Requests of one caller in a window; 0: no limit. */
  readonly rateLimit: number;
  readonly rateWindowMs: number;
  /** Wrong keys from one address in a window; 0: no limit. */
  readonly wrongKeysLimit: number;
}

export interface GuardDependencies {
  /** Undefined: everybody may ask. */
  readonly keys: KeysWatch | undefined;
  readonly rates: RateSettings;
  readonly metrics: ApiMetrics;
  readonly now: () => Date;
}
