import { ChurnError } from '@churn/shared/platform/churn-error';
import type { Logger } from '@churn/shared/platform/logger';
import type { ApiMetrics } from '../metrics/api-metrics.ts';
import type { KeysWatch } from './keys-watch.ts';

/** Logs and counts what becomes of the file of keys. A failure that repeats is counted each time and logged once. */
export function reportKeys(watch: KeysWatch, logger: Logger, metrics: ApiMetrics): void {
  let lastFailure: string | undefined;
  watch.on('loaded', (keys, mode) => {
    lastFailure = undefined;
    logger.info('keys loaded', { file: watch.path, keys: keys.size });
    if ((mode & 0o006) !== 0) {
      logger.warn('the file of keys is open to every user of this machine: chmod o-rw', {
        file: watch.path,
        mode: mode.toString(8),
      });
    }
  });
  watch.on('load-failed', (error) => {
    metrics.keysLoadFailures.inc();
    if (error.message === lastFailure) return;
    lastFailure = error.message;
    const fields = error instanceof ChurnError ? { code: error.code } : { stack: error.stack };
    logger.error(`keys not loaded, those before stay: ${error.message}`, fields);
  });
}
