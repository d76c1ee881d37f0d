import { Writable } from 'node:stream';
import { createLogger } from '@churn/shared/platform/logger';
import { type ApiConfig, readApiConfig } from '../../src/api-config.ts';
import { type StartedApi, startApi } from '../../src/start-api.ts';

export interface TestApi extends StartedApi, AsyncDisposable {
  /** Every log line so far, parsed. */
  readonly logged: readonly Record<string, unknown>[];
}

/** The real API over real HTTP on a free port, looking at the registry in `dataDirectory` every 10 ms. */
export async function startTestApi(
  dataDirectory: string,
  overrides: Partial<ApiConfig> = {},
  now: () => Date = () => new Date(),
): Promise<TestApi> {
  const logged: Record<string, unknown>[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      logged.push(JSON.parse(String(chunk)));
      done();
    },
  });
  const logger = createLogger({ stream, level: 'info', forTerminal: false, fields: { service: 'api' } });
  const config: ApiConfig = {
    ...readApiConfig({ API_PORT: '0', API_POLL_INTERVAL_MS: '10', API_DRAIN_DELAY_MS: '0' }),
    dataDirectory,
    ...overrides,
  };
  const api = await startApi(config, logger, now);
  return {
    ...api,
    logged,
    [Symbol.asyncDispose]: async () => {
      await api.drain();
    },
  };
}
