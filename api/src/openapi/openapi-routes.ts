import { Router } from 'express';
import type { BatchLimits } from '../batch/batch-routes.ts';
import { methodNotAllowed } from '../http/problem-handler.ts';
import { openApiDocument } from './openapi-document.ts';

export function openApiRoutes(limits: BatchLimits): Router {
  const document = JSON.stringify(openApiDocument(limits));
  const router = Router();
  router
    .route('/openapi.json')
    .get((_request, response) => {
      response.type('application/json').send(document);
    })
    .all(methodNotAllowed('GET'));
  return router;
}
