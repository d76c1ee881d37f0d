import request from 'supertest';
import { problemSchema } from '../../src/http/problem.ts';
import { startTestApi } from '../support/start-test-api.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { testKey, writeKeys } from '../support/write-keys.ts';

const one = testKey('one', ['read']);
const two = testKey('two', ['read', 'metrics']);
const wrong = testKey('wrong', ['read']);

function clock() {
  let now = Date.now();
  return {
    now: () => new Date(now),
    advance: (ms: number) => {
      now += ms;
    },
  };
}

function model(url: string, key?: string) {
  const call = request(url).get('/v1/model');
  return key === undefined ? call : call.set('authorization', `Bearer ${key}`);
}

test('each key has its own limit, told in headers, and a new one with each window', async () => {
  await using directory = await temporaryDirectory();
  const keysFile = await writeKeys(directory.path, one, two);
  const { now, advance } = clock();
  await using api = await startTestApi(directory.path, { keysFile, rateLimit: 2, rateWindowMs: 60_000 }, now);
  const first = await model(api.url, one.key);
  expect(first.status).toBe(503);
  expect(first.headers).toMatchObject({
    'ratelimit-limit': '2',
    'ratelimit-remaining': '1',
    'ratelimit-reset': expect.stringMatching(/^(59|60)$/),
    'ratelimit-policy': '2;w=60',
  });
  await model(api.url, one.key);
  const third = await model(api.url, one.key);
  expect([third.status, problemSchema.parse(third.body)]).toEqual([
    429,
    {
      type: 'urn:churn:problem:too-many-requests',
      title: 'Too many requests',
      status: 429,
      detail: 'expected at most 2 requests of one caller in 60 seconds, got more',
    },
  ]);
  expect(Number(third.headers['retry-after'])).toBeGreaterThan(0);
  expect((await model(api.url, two.key)).status).toBe(503);
  advance(60_000);
  expect((await model(api.url, one.key)).status).toBe(503);
  const { text } = await request(api.url).get('/metrics').set('authorization', `Bearer ${two.key}`);
  expect(text).toContain('churn_api_denied_total{reason="rate-limit"} 1');
});

test('health and the description are not limited', async () => {
  await using directory = await temporaryDirectory();
  await using api = await startTestApi(directory.path, { rateLimit: 1 });
  await model(api.url);
  expect((await model(api.url)).status).toBe(429);
  for (const path of ['/health/live', '/health/live', '/openapi.json', '/openapi.json']) {
    await request(api.url).get(path).expect(200);
  }
});

test.each([
  ['no proxy, the connection counts: what a caller writes is not believed', 0, [503, 429, 429]],
  ['one proxy, the last address counts, which that proxy has written', 1, [503, 503, 429]],
])('behind %s', async (_what, trustedProxies, statuses) => {
  await using directory = await temporaryDirectory();
  await using api = await startTestApi(directory.path, { rateLimit: 1, trustedProxies });
  const answers: number[] = [];
  for (const forwarded of ['203.0.113.1', '203.0.113.2', '198.51.100.9, 203.0.113.2']) {
    answers.push((await model(api.url).set('x-forwarded-for', forwarded)).status);
  }
  expect(answers).toEqual(statuses);
});

test('the addresses of one IPv6 network are one caller', async () => {
  await using directory = await temporaryDirectory();
  await using api = await startTestApi(directory.path, { rateLimit: 1, trustedProxies: 1 });
  const from = (address: string) => model(api.url).set('x-forwarded-for', address);
  expect((await from('2001:db8:1:100::1')).status).toBe(503);
  expect((await from('2001:db8:1:1ff::2')).status).toBe(429);
  expect((await from('2001:db8:1:200::1')).status).toBe(503);
});

test('an address that sends too many wrong keys has none looked up until its window ends; others are not slowed', async () => {
  await using directory = await temporaryDirectory();
  const keysFile = await writeKeys(directory.path, one, two);
  const { now, advance } = clock();
  await using api = await startTestApi(
    directory.path,
    { keysFile, wrongKeysLimit: 2, rateWindowMs: 60_000, trustedProxies: 1 },
    now,
  );
  const from = (address: string, key: string) => model(api.url, key).set('x-forwarded-for', address);
  expect((await from('203.0.113.1', wrong.key)).status).toBe(401);
  expect((await from('203.0.113.1', one.key)).status).toBe(503);
  expect((await from('203.0.113.1', wrong.key)).status).toBe(401);
  advance(1_000);
  const locked = await from('203.0.113.1', one.key);
  expect([locked.status, locked.headers['retry-after'], locked.body.type]).toEqual([
    429,
    '59',
    'urn:churn:problem:too-many-requests',
  ]);
  expect((await from('203.0.113.2', one.key)).status).toBe(503);
  expect((await model(api.url).set('x-forwarded-for', '203.0.113.1')).status).toBe(401);
  advance(59_000);
  expect((await from('203.0.113.1', one.key)).status).toBe(503);
});
