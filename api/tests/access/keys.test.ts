import request from 'supertest';
import { declaredAccess } from '../../src/access/declared-access.ts';
import { problemSchema } from '../../src/http/problem.ts';
import { examplePredictRequest as example } from '../../src/openapi/example-predict-request.ts';
import { promoteTestModel } from '../support/promote-test-model.ts';
import { startTestApi, type TestApi } from '../support/start-test-api.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { testKey, writeKeys } from '../support/write-keys.ts';

const predicting = testKey('app', ['predict']);
const reading = testKey('dashboard', ['read']);
const measuring = testKey('prometheus', ['metrics']);
const expiring = testKey('trial', ['read'], { expires: '2027-01-01' });
const stranger = testKey('stranger', ['predict', 'read', 'metrics']);

let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
let api: TestApi;
let now = new Date('2026-12-31T23:59:59.999Z');

beforeAll(async () => {
  directory = await temporaryDirectory();
  await promoteTestModel(directory.path, { seed: 1, run: 'first' });
  const keysFile = await writeKeys(directory.path, predicting, reading, measuring, expiring);
  api = await startTestApi(directory.path, { keysFile }, () => now);
});

afterAll(async () => {
  await api[Symbol.asyncDispose]();
  await directory[Symbol.asyncDispose]();
});

function ask(path: string, authorization?: string) {
  const call =
    path === '/v1/predict' ? request(api.url).post(path).send(example) : request(api.url).get(path);
  return authorization === undefined ? call : call.set('authorization', authorization);
}

async function denials(reason: string): Promise<number> {
  const { text } = await ask('/metrics', `Bearer ${measuring.key}`);
  return Number(new RegExp(`^churn_api_denied_total{reason="${reason}"} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
}

test.each(['/', '/page/page.js', '/health/live', '/health/ready', '/openapi.json'])(
  '%s is open',
  async (path) => {
    expect((await ask(path)).status).toBe(200);
  },
);

test.each([
  ['/v1/predict', predicting, reading],
  ['/v1/model', reading, predicting],
  ['/metrics', measuring, reading],
])('%s answers a key with its scope and refuses another', async (path, allowed, other) => {
  expect((await ask(path, `Bearer ${allowed.key}`)).status).toBe(200);
  const before = await denials('missing-scope');
  const refused = await ask(path, `Bearer ${other.key}`);
  expect([refused.status, problemSchema.parse(refused.body).type]).toEqual([
    403,
    'urn:churn:problem:forbidden',
  ]);
  expect(refused.headers['www-authenticate']).toBe('Bearer realm="churn", error="insufficient_scope"');
  expect(await denials('missing-scope')).toBe(before + 1);
});

test.each([
  ['no key', undefined, 'no-key', 'Bearer realm="churn"'],
  ['an empty header', '', 'no-key', 'Bearer realm="churn"'],
  ['a password', `Basic ${Buffer.from('app:secret').toString('base64')}`, 'no-key', 'Bearer realm="churn"'],
  [
    'a key nobody has',
    `Bearer ${stranger.key}`,
    'unknown-key',
    'Bearer realm="churn", error="invalid_token"',
  ],
  [
    'a part of a key',
    `Bearer ${reading.key.slice(0, -1)}`,
    'unknown-key',
    'Bearer realm="churn", error="invalid_token"',
  ],
  [
    'a digest in place of its key',
    `Bearer ${reading.entry.sha256}`,
    'unknown-key',
    'Bearer realm="churn", error="invalid_token"',
  ],
])(
  '%s is a 401 problem with a challenge, counted, and repeated nowhere',
  async (_what, authorization, reason, challenge) => {
    const before = await denials(reason);
    const response = await ask('/v1/model', authorization);
    expect([response.status, problemSchema.parse(response.body).type]).toEqual([
      401,
      'urn:churn:problem:unauthenticated',
    ]);
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(response.headers['www-authenticate']).toBe(challenge);
    expect(await denials(reason)).toBe(before + 1);
    const [, sent] = (authorization ?? '').split(' ');
    if (sent) expect(response.text + JSON.stringify(api.logged)).not.toContain(sent);
  },
);

test('the scheme may be written in any case', async () => {
  expect((await ask('/v1/model', `bearer ${reading.key}`)).status).toBe(200);
});

test('a key is refused from the day on which it expires', async () => {
  expect((await ask('/v1/model', `Bearer ${expiring.key}`)).status).toBe(200);
  now = new Date('2027-01-01T00:00:00Z');
  const response = await ask('/v1/model', `Bearer ${expiring.key}`);
  expect([response.status, response.body.detail]).toEqual([
    401,
    'expected a key that is valid still, got one that has expired',
  ]);
  expect(await denials('expired-key')).toBe(1);
});

test('the access line names the key by its id, whether it was let in or not, and the route that was asked for', async () => {
  await ask('/v1/model', `Bearer ${reading.key}`).set('x-request-id', 'let-in');
  await ask('/v1/model', `Bearer ${predicting.key}`).set('x-request-id', 'kept-out');
  const line = (requestId: string) => api.logged.find((logged) => logged.requestId === requestId);
  expect(line('let-in')).toMatchObject({ keyId: 'dashboard', route: '/v1/model', status: 200 });
  expect(line('kept-out')).toMatchObject({ keyId: 'app', route: '/v1/model', status: 403 });
  expect(JSON.stringify(api.logged)).not.toContain(reading.key);
});

test('who has no key is told so in the form of the Open Inference Protocol under /v2, and before a batch is read', async () => {
  const call = request(api.url).post('/v2/models/churn/infer').send({});
  const refused = await call.expect(401);
  expect(refused.body).toEqual({ error: expect.stringContaining('expected a header "authorization') });
  const batch = request(api.url).post('/v1/predict/batch').set('content-type', 'application/x-ndjson');
  expect((await batch.send(JSON.stringify(example)).expect(401)).body.type).toBe(
    'urn:churn:problem:unauthenticated',
  );
});

test('every spelling of a path that Express answers asks for the same scope', async () => {
  for (const path of ['/V1/Model', '/v1/model/', '/v1/model?x=/health/live', '/METRICS/']) {
    expect((await ask(path)).status).toBe(401);
  }
  expect((await request(api.url).head('/v1/model')).status).toBe(401);
  for (const path of ['//v1/model', '/health/../v1/model', '/health/live/v1/model', '/%76%31/model']) {
    const { status } = await request(api.url).get(path);
    expect([401, 404]).toContain(status);
  }
});

test('every path but health and the description asks for a scope', () => {
  const open = Object.entries(declaredAccess).filter(([, access]) => Object.values(access).includes('open'));
  expect(open.map(([path]) => path)).toEqual([
    '/',
    '/page/:file',
    '/health/live',
    '/health/ready',
    '/openapi.json',
    '/v2',
    '/v2/health/live',
    '/v2/health/ready',
    '/v2/models/churn/ready',
    '/v2/models/churn/versions/:version/ready',
  ]);
});
