import { Router } from 'express';
import type { ApiMetrics } from './api-metrics.ts';

export function metricsRoutes(metrics: ApiMetrics): Router {
  const router = Router();
  router.get('/metrics', async (_request, response) => {
    response.set('content-type', metrics.registry.contentType);
    response.send(await metrics.registry.metrics());
  });
  return router;
}
