import type { RequestHandler } from 'express';
import type { KeysWatch } from '../keys/keys-watch.ts';
import type { ApiMetrics } from '../metrics/api-metrics.ts';
import { addressOf } from './address-of.ts';
import { BoundedRateStore } from './bounded-rate-store.ts';
import { deny } from './deny.ts';
import type { RateSettings } from './guard-dependencies.ts';

/** `Bearer` with a token68 of RFC 9110. */
const bearer = /^Bearer +([\w.~+/-]+=*) *$/i;

/**
 * Finds out whose key came. An address that has sent too many wrong ones has no key looked up until its window ends,
 * not even a right one: otherwise the limit would not slow a guess down.
 */
export function authenticate(
  keys: KeysWatch,
  { wrongKeysLimit, rateWindowMs }: RateSettings,
  metrics: ApiMetrics,
  now: () => Date,
): RequestHandler {
  const wrongKeys = new BoundedRateStore({ windowMs: rateWindowMs, now });
  return (request, response, next) => {
    const key = bearer.exec(request.headers.authorization ?? '')?.[1];
    if (key === undefined) {
      const detail = 'expected a header "authorization: Bearer <key>", got none of this form';
      return next(deny(metrics, response, 'no-key', detail));
    }
    const address = addressOf(request);
    const tried = wrongKeysLimit === 0 ? undefined : wrongKeys.get(address);
    if (tried !== undefined && tried.totalHits >= wrongKeysLimit) {
      const seconds = Math.ceil((tried.resetTime!.getTime() - now().getTime()) / 1000);
      response.set('retry-after', String(seconds));
      const detail = `expected fewer than ${wrongKeysLimit} wrong keys from one address in ${rateWindowMs / 1000} seconds, got them`;
      return next(deny(metrics, response, 'wrong-keys', detail));
    }
    const holder = keys.current.holderOf(key);
    response.locals.key = holder;
    if (holder !== undefined && now().getTime() < holder.expiresAtMs) return next();
    wrongKeys.increment(address);
    next(
      holder === undefined
        ? deny(metrics, response, 'unknown-key', 'expected a key that this API knows, got another one')
        : deny(
            metrics,
            response,
            'expired-key',
            'expected a key that is valid still, got one that has expired',
          ),
    );
  };
}
