import { Router } from 'express';
import { methodNotAllowed } from '../http/problem-handler.ts';
import type { ApiMetrics } from './api-metrics.ts';

export function metricsRoutes(metrics: ApiMetrics): Router {
  const router = Router();
  router
    .route('/metrics')
    .get(async (_request, response) => {
      response.set('content-type', metrics.registry.contentType);
      response.send(await metrics.registry.metrics());
    })
    .all(methodNotAllowed('GET'));
  return router;
}
