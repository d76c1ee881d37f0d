import type { RequestHandler } from 'express';
import type { KeyHolder } from '../keys/key-ring.ts';
import type { Scope } from '../keys/scope.ts';
import type { ApiMetrics } from '../metrics/api-metrics.ts';
import { deny } from './deny.ts';

export function requireScope(scope: Scope, metrics: ApiMetrics): RequestHandler {
  return (_request, response, next) => {
    const holder: KeyHolder = response.locals.key;
    if (holder.scopes.has(scope)) return next();
    const detail = `expected a key with the scope ${scope}, got one without it`;
    next(deny(metrics, response, 'missing-scope', detail));
  };
}
