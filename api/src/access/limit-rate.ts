import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { KeyHolder } from '../keys/key-ring.ts';
import type { ApiMetrics } from '../metrics/api-metrics.ts';
import { addressOf } from './address-of.ts';
import { BoundedRateStore } from './bounded-rate-store.ts';
import { deny } from './deny.ts';
import type { RateSettings } from './guard-dependencies.ts';

/** Limits the requests of a key, or where there are no keys of an address; nothing where the limit is 0. */
export function limitRate(
  { rateLimit: limit, rateWindowMs: windowMs }: RateSettings,
  metrics: ApiMetrics,
  now: () => Date,
): RequestHandler[] {
  if (limit === 0) return [];
  return [
    rateLimit({
      limit,
      windowMs,
      store: new BoundedRateStore({ windowMs, now }),
      standardHeaders: 'draft-6',
      legacyHeaders: false,
      keyGenerator: (request, response) => {
        const holder: KeyHolder | undefined = response.locals.key;
        return holder === undefined ? addressOf(request) : holder.id;
      },
      handler: (_request, response, next) => {
        const detail = `expected at most ${limit} requests of one caller in ${windowMs / 1000} seconds, got more`;
        next(deny(metrics, response, 'rate-limit', detail));
      },
    }),
  ];
}
