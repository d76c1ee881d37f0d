import { Router } from 'express';
import { openApiDocument } from './openapi-document.ts';

export function openApiRoutes(maxTransactions: number): Router {
  const document = JSON.stringify(openApiDocument(maxTransactions));
  const router = Router();
  router.get('/openapi.json', (_request, response) => {
    response.type('application/json').send(document);
  });
  return router;
}
