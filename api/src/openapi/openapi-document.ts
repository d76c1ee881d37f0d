import { apiVersion } from '../api-version.ts';
import type { BatchLimits } from '../batch/batch-routes.ts';
import { batchPaths } from './batch-paths.ts';
import { answer, inferenceErrors, problems, reference } from './describe.ts';
import { examplePredictRequest } from './example-predict-request.ts';
import { inferencePaths } from './inference-paths.ts';
import { registryPaths } from './registry-paths.ts';
import { schemas } from './schemas.ts';
import { keySecurityScheme, withKeys } from './with-keys.ts';

const denials = ['unauthenticated', 'forbidden', 'too-many-requests'] as const;

/** The OpenAPI 3.1 description, made from the very schemas that validate requests and type the answers. */
export function openApiDocument(limits: BatchLimits) {
  const keyed = withKeys(problems(...denials));
  const keyedInference = withKeys(inferenceErrors(...denials));
  return {
    openapi: '3.1.0',
    info: {
      title: 'Churn API',
      version: apiVersion,
      description: 'Answers from the promoted churn model: how likely a customer is to leave, and why.',
    },
    paths: {
      ...keyed({
        '/v1/predict': {
          post: {
            operationId: 'predict',
            summary: 'Probability of churn of one customer',
            requestBody: {
              required: true,
              content: {
                'application/json': {
                  schema: { oneOf: [reference('CustomerRequest'), reference('FeaturesRequest')] },
                  example: examplePredictRequest,
                },
              },
            },
            responses: {
              200: answer('The prediction', 'Prediction'),
              ...problems(
                'malformed-request',
                'invalid-request',
                'request-timeout',
                'body-too-large',
                'unsupported-media-type',
                'not-eligible',
                'internal-error',
                'no-champion',
              ),
            },
          },
        },
        ...batchPaths(limits),
        ...registryPaths,
        '/health/live': {
          get: {
            operationId: 'getLive',
            summary: 'Whether the process answers',
            responses: { 200: answer('It does', 'Live') },
          },
        },
        '/health/ready': {
          get: {
            operationId: 'getReady',
            summary: 'Whether the process can predict',
            responses: { 200: answer('It can', 'Ready'), ...problems('no-champion', 'draining') },
          },
        },
        '/metrics': {
          get: {
            operationId: 'getMetrics',
            summary: 'Metrics for Prometheus',
            responses: {
              200: { description: 'The metrics', content: { 'text/plain': { schema: { type: 'string' } } } },
            },
          },
        },
        '/openapi.json': {
          get: {
            operationId: 'getOpenApi',
            summary: 'This document',
            responses: {
              200: {
                description: 'The document',
                content: { 'application/json': { schema: { type: 'object' } } },
              },
            },
          },
        },
      }),
      ...keyedInference(inferencePaths),
    },
    components: {
      securitySchemes: { key: keySecurityScheme },
      schemas: schemas(limits.maxTransactions),
    },
  };
}
