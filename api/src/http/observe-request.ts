import type { Logger } from '@churn/shared/platform/logger';
import type { RequestHandler } from 'express';
import type { KeyHolder } from '../keys/key-ring.ts';
import type { ApiMetrics } from '../metrics/api-metrics.ts';

/**
 * Measures each request and writes its access line once the answer is out or the caller is gone. Both name the route,
 * not the address that was asked for: addresses are unbounded and may carry personal data.
 */
export function observeRequest(logger: Logger, metrics: ApiMetrics): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now();
    response.once('close', () => {
      const durationMs = performance.now() - startedAt;
      const route = String(request.route?.path ?? 'unmatched');
      const { method } = request;
      const holder: KeyHolder | undefined = response.locals.key;
      const status = response.statusCode;
      metrics.requestDuration.observe({ route, method, status: String(status) }, durationMs / 1000);
      logger.info('request', {
        requestId: response.locals.requestId,
        ...(holder === undefined ? {} : { keyId: holder.id }),
        method,
        route,
        status,
        durationMs: Math.round(durationMs * 1000) / 1000,
        finished: response.writableFinished,
      });
    });
    next();
  };
}
