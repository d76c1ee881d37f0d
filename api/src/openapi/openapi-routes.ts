import { Router } from 'express';
import type { BatchLimits } from '../batch/batch-routes.ts';
import { openApiDocument } from './openapi-document.ts';

export function openApiRoutes(limits: BatchLimits): Router {
  const document = JSON.stringify(openApiDocument(limits));
  const router = Router();
  router.get('/openapi.json', (_request, response) => {
    response.type('application/json').send(document);
  });
  return router;
}
