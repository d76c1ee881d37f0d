import { answer, pathParameter, problems } from './describe.ts';

/** What was promoted, and what was scored by it. */
export const registryPaths = {
  '/v1/model': {
    get: {
      operationId: 'getModel',
      summary: 'The model that answers',
      responses: { 200: answer('The model', 'Model'), ...problems('no-champion') },
    },
  },
  '/v1/models': {
    get: {
      operationId: 'getModels',
      summary: 'Every model of the registry',
      responses: { 200: answer('The models', 'Models'), ...problems('internal-error') },
    },
  },
  '/v1/customers/{id}/score': {
    get: {
      operationId: 'getCustomerScore',
      summary: 'What the last batch of scores says of a customer',
      parameters: [pathParameter('id', 'The customer id, as in the export.')],
      responses: {
        200: answer('The score', 'Score'),
        ...problems('malformed-request', 'no-score', 'internal-error'),
      },
    },
  },
};
