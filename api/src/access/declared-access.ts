import type { Scope } from '../keys/scope.ts';

export type Method = 'get' | 'post';

/** The scope a key needs; `open` where everybody may ask. */
export type Access = Scope | 'open';

/**
 * Every path that this API answers, by method, and who may ask. The guard answers 404 or 405 to everyone for what does
 * not stand here, with keys and without: a route that was forgotten is shut, and its first test finds that out. Paths are
 * Express's; where two fit, the first decides.
 */
export const declaredAccess: Readonly<Record<string, Readonly<Partial<Record<Method, Access>>>>> = {
  '/': { get: 'open' },
  '/page/:file': { get: 'open' },
  '/health/live': { get: 'open' },
  '/health/ready': { get: 'open' },
  '/openapi.json': { get: 'open' },
  '/metrics': { get: 'metrics' },
  '/v1/predict': { post: 'predict' },
  '/v1/predict/batch': { post: 'predict' },
  '/v1/model': { get: 'read' },
  '/v1/models': { get: 'read' },
  '/v1/customers/:id/score': { get: 'read' },
  '/v2': { get: 'open' },
  '/v2/health/live': { get: 'open' },
  '/v2/health/ready': { get: 'open' },
  '/v2/models/churn': { get: 'read' },
  '/v2/models/churn/ready': { get: 'open' },
  '/v2/models/churn/infer': { post: 'predict' },
  '/v2/models/churn/versions/:version': { get: 'read' },
  '/v2/models/churn/versions/:version/ready': { get: 'open' },
  '/v2/models/churn/versions/:version/infer': { post: 'predict' },
};
