import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import request from 'supertest';
import { problemSchema } from '../../src/http/problem.ts';
import { examplePredictRequest as example } from '../../src/openapi/example-predict-request.ts';
import { startTestApi, type TestApi } from '../support/start-test-api.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
let api: TestApi;

beforeAll(async () => {
  directory = await temporaryDirectory();
  api = await startTestApi(directory.path, { requestTimeoutMs: 200 });
});

afterAll(async () => {
  await api[Symbol.asyncDispose]();
  await directory[Symbol.asyncDispose]();
});

test('without a champion the process is live and not ready, and answers 503', async () => {
  const live = await request(api.url).get('/health/live');
  expect([live.status, live.body]).toEqual([200, { status: 'live' }]);
  for (const call of [
    request(api.url).get('/health/ready'),
    request(api.url).get('/v1/model'),
    request(api.url).post('/v1/predict').send(example),
  ]) {
    const response = await call;
    expect(response.status).toBe(503);
    expect(problemSchema.parse(response.body).type).toBe('urn:churn:problem:no-champion');
  }
});

test('another path is a 404 problem', async () => {
  const response = await request(api.url).get('/v1/predictions');
  expect(response.status).toBe(404);
  expect(problemSchema.parse(response.body).type).toBe('urn:churn:problem:not-found');
});

test.each([
  ['get', '/v1/predict', 'POST'],
  ['delete', '/v1/model', 'GET'],
  ['post', '/health/ready', 'GET'],
] as const)('%s %s is a 405 problem that allows %s', async (method, path, allowed) => {
  const response = await request(api.url)[method](path);
  expect(response.status).toBe(405);
  expect(response.headers.allow).toBe(allowed);
  expect(problemSchema.parse(response.body).detail).toBe(
    `expected ${allowed} on this path, got ${method.toUpperCase()}`,
  );
});

test("the caller's request id is repeated in the answer and on the access line", async () => {
  const response = await request(api.url).get('/health/live').set('x-request-id', 'abc-1');
  expect(response.headers['x-request-id']).toBe('abc-1');
  expect(api.logged).toContainEqual(
    expect.objectContaining({
      level: 'info',
      message: 'request',
      requestId: 'abc-1',
      method: 'GET',
      route: '/health/live',
      status: 200,
    }),
  );
});

test.each(['', 'a b', 'x'.repeat(65)])('a request id like %p is replaced', async (given) => {
  const response = await request(api.url).get('/health/live').set('x-request-id', given);
  expect(response.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
});

test.each([
  ['is no HTTP', 'hello\r\n\r\n', 400],
  [
    'does not arrive in time',
    'POST /v1/predict HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{',
    408,
  ],
])('what %s is answered with a problem document', async (_what, bytes, status) => {
  const { hostname, port } = new URL(api.url);
  const socket = connect(Number(port), hostname);
  socket.write(bytes);
  const answer = await text(socket);
  expect(answer).toContain(`HTTP/1.1 ${status} `);
  expect(problemSchema.parse(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).status).toBe(status);
});

test.each(['gzip', 'deflate', 'br', 'zstd'])(
  'a body that is no %s is a problem of the request',
  async (encoding) => {
    const response = await request(api.url)
      .post('/v1/predict')
      .set('content-type', 'application/json')
      .set('content-encoding', encoding)
      .send('{"customer":{"customerId":"C-1042"}}');
    expect([response.status, problemSchema.parse(response.body).type]).toEqual([
      400,
      'urn:churn:problem:malformed-request',
    ]);
  },
);

test('an expectation that nobody knows is passed over', async () => {
  const { hostname, port } = new URL(api.url);
  const socket = connect(Number(port), hostname);
  socket.write('GET /health/live HTTP/1.1\r\nhost: x\r\nexpect: 200-maybe\r\nconnection: close\r\n\r\n');
  const answer = await text(socket);
  expect(answer).toMatch(/^HTTP\/1.1 200 .*\{"status":"live"\}$/s);
});
