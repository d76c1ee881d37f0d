import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import type { Logger } from '@churn/shared/platform/logger';
import type { ApiConfig } from './api-config.ts';
import { ChampionWatch } from './champion/champion-watch.ts';
import { reportChampion } from './champion/report-champion.ts';
import { createApp } from './create-app.ts';
import { createHttpServer } from './http/create-http-server.ts';
import { drainServer } from './http/drain-server.ts';
import { isLoopback } from './http/is-loopback.ts';
import { KeysWatch } from './keys/keys-watch.ts';
import { reportKeys } from './keys/report-keys.ts';
import { createApiMetrics } from './metrics/api-metrics.ts';

export interface StartedApi {
  readonly url: string;
  readonly watch: ChampionWatch;
  readonly keys: KeysWatch | undefined;
  /** Says "not ready", answers what is under way, closes; true where nothing had to be cut. */
  drain(): Promise<boolean>;
}

/** Loads the champion, where there is one, and listens. */
export async function startApi(config: ApiConfig, logger: Logger, now: () => Date): Promise<StartedApi> {
  const metrics = createApiMetrics();
  const layout = new ArtifactLayout(resolve(config.dataDirectory));
  const watch = new ChampionWatch(layout);
  reportChampion(watch, logger, metrics);
  const keys = config.keysFile === undefined ? undefined : new KeysWatch(resolve(config.keysFile));
  if (keys !== undefined) reportKeys(keys, logger, metrics);
  const draining = new AbortController();
  const app = createApp({
    layout,
    watch,
    keys,
    metrics,
    logger,
    limits: config,
    rates: config,
    trustedProxies: config.trustedProxies,
    draining: draining.signal,
    now,
  });
  const server = createHttpServer(app, config.requestTimeoutMs);
  await keys?.start(config.pollIntervalMs);
  await watch.start(config.pollIntervalMs);
  if (watch.current === undefined) {
    logger.warn('no champion yet: /v1/predict answers 503 until a model is promoted', {
      dataDirectory: config.dataDirectory,
    });
  }
  server.listen(config.port, config.host);
  await once(server, 'listening');
  const { port, address } = server.address() as AddressInfo;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  const url = `http://${host}:${port}`;
  logger.info('listening', { url });
  if (keys === undefined && !isLoopback(address)) {
    logger.warn(
      'without keys, everybody who reaches this address may ask: name a file of keys in API_KEYS_FILE',
      {
        address,
      },
    );
  }
  return {
    url,
    watch,
    keys,
    drain: async () => {
      logger.info('draining');
      draining.abort();
      watch.stop();
      keys?.stop();
      return drainServer(server, { delayMs: config.drainDelayMs, timeoutMs: config.drainTimeoutMs });
    },
  };
}
