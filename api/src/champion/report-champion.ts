import { ChurnError } from '@churn/shared/platform/churn-error';
import type { Logger } from '@churn/shared/platform/logger';
import type { ApiMetrics } from '../metrics/api-metrics.ts';
import type { ChampionWatch } from './champion-watch.ts';

/** Logs and counts what the watch sees. A failure that repeats is counted each time and logged once. */
export function reportChampion(watch: ChampionWatch, logger: Logger, metrics: ApiMetrics): void {
  let lastFailure: string | undefined;
  watch.on('promoted', ({ pointer, registered }) => {
    lastFailure = undefined;
    const { family } = registered.document;
    metrics.championInfo.reset();
    metrics.championInfo.set({ sha256: registered.sha256, family }, 1);
    metrics.championLoaded.setToCurrentTime();
    metrics.championPromoted.set(Date.parse(pointer.promotedAt) / 1000);
    logger.info('champion loaded', { revision: pointer.revision, model: registered.sha256, family });
  });
  watch.on('load-failed', (error) => {
    metrics.championLoadFailures.inc();
    if (error.message === lastFailure) return;
    lastFailure = error.message;
    const fields = error instanceof ChurnError ? { code: error.code } : { stack: error.stack };
    logger.error(`champion not loaded: ${error.message}`, {
      ...fields,
      serving: watch.current?.registered.sha256 ?? null,
    });
  });
}
