import { Router } from 'express';
import { methodNotAllowed } from '../http/problem-handler.ts';
import { openApiDocument } from './openapi-document.ts';

export function openApiRoutes(maxTransactions: number): Router {
  const document = JSON.stringify(openApiDocument(maxTransactions));
  const router = Router();
  router
    .route('/openapi.json')
    .get((_request, response) => {
      response.type('application/json').send(document);
    })
    .all(methodNotAllowed('GET'));
  return router;
}
