import request from 'supertest';
import { readApiConfig } from '../../src/api-config.ts';
import { examplePredictRequest } from '../../src/openapi/example-predict-request.ts';
import { openApiDocument } from '../../src/openapi/openapi-document.ts';
import { customerRequestSchema } from '../../src/prediction/predict-request.ts';
import { startTestApi } from '../support/start-test-api.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const document = openApiDocument(readApiConfig({}));
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

test('the API serves the document', async () => {
  await using directory = await temporaryDirectory();
  await using api = await startTestApi(directory.path);
  const response = await request(api.url).get('/openapi.json').expect(200);
  expect(response.headers['content-type']).toContain('application/json');
  expect(response.body).toEqual(JSON.parse(JSON.stringify(document)));
});

test('every operation describes its success, and every reference leads somewhere', () => {
  for (const { operation } of operations) {
    expect(operation.responses[200]).toMatchObject({ description: expect.any(String) });
  }
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
  expect(references.length).toBeGreaterThan(0);
  for (const [, name] of references) expect(Object.keys(document.components.schemas)).toContain(name);
});

test('every path of the document answers, with a status that the document names', async () => {
  await using directory = await temporaryDirectory();
  await using api = await startTestApi(directory.path);
  for (const { path, method, operation } of operations) {
    const response = await (method === 'post'
      ? request(api.url).post(path).send(examplePredictRequest)
      : request(api.url).get(path));
    expect(Object.keys(operation.responses)).toContain(String(response.status));
  }
});

test('the example request passes the schema that validates', () => {
  expect(customerRequestSchema(10_000).safeParse(examplePredictRequest).success).toBe(true);
});

test('the schemas refuse unknown fields and name the required ones', () => {
  const schema = document.components.schemas.CustomerRequest;
  expect(schema).toMatchObject({
    type: 'object',
    additionalProperties: false,
    required: ['customer', 'transactions', 'asOf'],
    properties: { asOf: { type: 'string', format: 'date' }, transactions: { maxItems: 10_000 } },
  });
});

test('every operation says which scope it asks for, or that it is open', () => {
  const security = Object.fromEntries(
    operations.map(({ path, operation }) => [path, JSON.parse(JSON.stringify(operation)).security]),
  );
  expect(security).toEqual({
    '/v1/predict': [{ key: ['predict'] }],
    '/v1/predict/batch': [{ key: ['predict'] }],
    '/v1/model': [{ key: ['read'] }],
    '/v1/models': [{ key: ['read'] }],
    '/v1/customers/{id}/score': [{ key: ['read'] }],
    '/v2': [],
    '/v2/health/live': [],
    '/v2/health/ready': [],
    '/v2/models/churn': [{ key: ['read'] }],
    '/v2/models/churn/ready': [],
    '/v2/models/churn/infer': [{ key: ['predict'] }],
    '/v2/models/churn/versions/{version}': [{ key: ['read'] }],
    '/v2/models/churn/versions/{version}/ready': [],
    '/v2/models/churn/versions/{version}/infer': [{ key: ['predict'] }],
    '/metrics': [{ key: ['metrics'] }],
    '/health/live': [],
    '/health/ready': [],
    '/openapi.json': [],
  });
  expect(document.components.securitySchemes.key).toMatchObject({ type: 'http', scheme: 'bearer' });
  expect(Object.keys(document.paths['/v1/model'].get.responses)).toEqual(
    expect.arrayContaining(['401', '403', '429']),
  );
});
