import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { json } from 'node:stream/consumers';
import request from 'supertest';
import { examplePredictRequest as example } from '../src/openapi/example-predict-request.ts';
import { promoteTestModel } from './support/promote-test-model.ts';
import { logLine, startServer } from './support/start-server.ts';
import { temporaryDirectory } from './support/temporary-directory.ts';

test('SIGTERM ends readiness, lets the request under way finish, and exits 0', async () => {
  await using directory = await temporaryDirectory();
  await promoteTestModel(directory.path, { seed: 1, run: 'first' });
  const server = startServer({ CHURN_DATA_DIR: directory.path, API_DRAIN_DELAY_MS: '500' });
  const exited = once(server, 'exit');
  const lines = createInterface({ input: server.stderr! })[Symbol.asyncIterator]();
  const url = (await logLine(lines, 'listening')).url!;

  const body = JSON.stringify(example);
  const underWay = httpRequest(`${url}/v1/predict`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
  });
  underWay.write(body.slice(0, 10));
  await request(url).get('/health/ready').expect(200);

  server.kill('SIGTERM');
  await logLine(lines, 'draining');
  const ready = await request(url).get('/health/ready');
  expect([ready.status, ready.body.type]).toEqual([503, 'urn:churn:problem:draining']);
  await request(url).get('/health/live').expect(200);

  const answered = once(underWay, 'response');
  underWay.end(body.slice(10));
  const [response] = await answered;
  expect(response.statusCode).toBe(200);
  expect(await json(response)).toMatchObject({ customerId: 'C-1042' });
  expect(await exited).toEqual([0, null]);
});

test.each([
  [
    'a wrong setting',
    { API_PORT: 'http' },
    'churn api: API_PORT: expected a whole number from 0 to 65535, got "http"',
  ],
  [
    'a file of keys that is not there',
    { API_KEYS_FILE: '/nowhere/keys.json' },
    'churn api: API_KEYS_FILE: expected a file of keys at /nowhere/keys.json, found none',
  ],
  [
    'a file that holds no keys',
    { API_KEYS_FILE: join(import.meta.dirname, '../package.json') },
    expect.stringMatching(/^churn api: .*package.json#: expected a list of keys, got an object$/),
  ],
])('%s is one sentence and exit code 2', async (_what, environment, sentence) => {
  const server = startServer(environment);
  const exited = once(server, 'exit');
  const said: string[] = [];
  for await (const line of createInterface({ input: server.stderr! })) said.push(line);
  expect(said).toEqual([sentence]);
  expect(await exited).toEqual([2, null]);
});
