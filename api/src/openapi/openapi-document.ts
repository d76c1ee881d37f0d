import { z } from 'zod';
import { liveAnswerSchema, readyAnswerSchema } from '../health/health-routes.ts';
import { type ProblemKind, problemKinds, problemSchema } from '../http/problem.ts';
import { modelAnswerSchema } from '../model/model-answer.ts';
import { customerRequestSchema, featuresRequestSchema } from '../prediction/predict-request.ts';
import { predictionAnswerSchema } from '../prediction/prediction-answer.ts';
import { examplePredictRequest } from './example-predict-request.ts';
import { keySecurityScheme, withKeys } from './with-keys.ts';

/** The OpenAPI 3.1 description, made from the very schemas that validate requests and type the answers. */
export function openApiDocument(maxTransactions: number) {
  const keyed = withKeys(problems('unauthenticated', 'forbidden', 'too-many-requests'));
  return {
    openapi: '3.1.0',
    info: {
      title: 'Churn API',
      version: '0.1.0',
      description: 'Answers from the promoted churn model: how likely a customer is to leave, and why.',
    },
    paths: keyed({
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
      '/v1/model': {
        get: {
          operationId: 'getModel',
          summary: 'The model that answers',
          responses: { 200: answer('The model', 'Model'), ...problems('no-champion') },
        },
      },
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
    components: {
      securitySchemes: { key: keySecurityScheme },
      schemas: {
        CustomerRequest: jsonSchema(customerRequestSchema(maxTransactions)),
        FeaturesRequest: jsonSchema(featuresRequestSchema),
        Prediction: jsonSchema(predictionAnswerSchema),
        Model: jsonSchema(modelAnswerSchema),
        Live: jsonSchema(liveAnswerSchema),
        Ready: jsonSchema(readyAnswerSchema),
        Problem: jsonSchema(problemSchema),
      },
    },
  };
}

/** OpenAPI 3.1 takes JSON Schema 2020-12 as it is; only the dialect's name is left to the document. */
function jsonSchema(schema: z.ZodType) {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: 'input',
  });
  return described;
}

function reference(name: string) {
  return { $ref: `#/components/schemas/${name}` };
}

function answer(description: string, schema: string) {
  return { description, content: { 'application/json': { schema: reference(schema) } } };
}

/** One response a status; kinds that share a status share the response. */
function problems(...kinds: ProblemKind[]) {
  const byStatus = Map.groupBy(kinds, (kind) => problemKinds[kind].status);
  return Object.fromEntries(
    [...byStatus].map(([status, same]) => [
      status,
      {
        description: same.map((kind) => problemKinds[kind].title).join('; or: '),
        content: { 'application/problem+json': { schema: reference('Problem') } },
      },
    ]),
  );
}
