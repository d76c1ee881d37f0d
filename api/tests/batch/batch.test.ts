import request from 'supertest';
import { batchAnswerSchema } from '../../src/batch/batch-answer.ts';
import { problemSchema } from '../../src/http/problem.ts';
import { examplePredictRequest as example } from '../../src/openapi/example-predict-request.ts';
import { promoteTestModel } from '../support/promote-test-model.ts';
import { startTestApi, type TestApi } from '../support/start-test-api.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
let api: TestApi;

beforeAll(async () => {
  directory = await temporaryDirectory();
  await promoteTestModel(directory.path, { seed: 1, run: 'first' });
  api = await startTestApi(directory.path, { bodyLimitBytes: 2_000, batchMaxLines: 6 });
});

afterAll(async () => {
  await api[Symbol.asyncDispose]();
  await directory[Symbol.asyncDispose]();
});

const secret = 'sEcReT';
const line = JSON.stringify(example);

function post(body: string | Buffer) {
  return request(api.url)
    .post('/v1/predict/batch')
    .set('content-type', 'application/x-ndjson')
    .buffer()
    .parse((response, done) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => done(null, text));
    })
    .send(body);
}

async function answers(body: string | Buffer) {
  const response = await post(body).expect(200);
  expect(response.headers['content-type']).toContain('application/x-ndjson');
  const lines = (response.body as string).split('\n');
  expect(lines.pop()).toBe('');
  return lines.map((text) => batchAnswerSchema.parse(JSON.parse(text)));
}

test('each line is answered as /v1/predict answers it, in order, with its index', async () => {
  const other = { ...example, customer: { ...example.customer, customerId: 'C-2', age: 70 } };
  const alone = await Promise.all(
    [example, other].map((body) => request(api.url).post('/v1/predict').send(body).expect(200)),
  );
  expect(await answers(`${line}\n${JSON.stringify(other)}\r\n${line}`)).toEqual([
    { index: 0, ...alone[0]!.body },
    { index: 1, ...alone[1]!.body },
    { index: 2, ...alone[0]!.body },
  ]);
});

test('blank lines are passed over, and a body of nothing else has an empty answer', async () => {
  const [first, second, ...more] = await answers(`\n \t\r\n${line}\n\n{}\n\n`);
  expect([first!.index, second!.index, more]).toEqual([0, 1, []]);
  expect(second).toMatchObject({ line: 5 });
  expect(await answers('')).toEqual([]);
  expect(await answers('\n\n\r\n')).toEqual([]);
});

test.each<[string, string | Buffer, string]>([
  ['no JSON', `{"age": ${secret}`, 'malformed-request'],
  ['no UTF-8', Buffer.from(`{"${secret}": "é"}`, 'latin1'), 'malformed-request'],
  ['a wrong field', JSON.stringify({ ...example, asOf: secret }), 'invalid-request'],
  ['a number', '7', 'invalid-request'],
  ['a customer who is gone', JSON.stringify({ ...example, transactions: [] }), 'not-eligible'],
  ['longer than the limit', `{"${secret.repeat(400)}": 1}`, 'body-too-large'],
])('a line that is %s has a problem of its own and ends no other', async (_what, bad, kind) => {
  const body = Buffer.concat([Buffer.from(`${line}\n`), Buffer.from(bad), Buffer.from(`\n${line}`)]);
  const [before, at, after, ...more] = await answers(body);
  expect(more).toEqual([]);
  expect(at).toMatchObject({ index: 1, line: 2, problem: { type: `urn:churn:problem:${kind}` } });
  expect({ ...after, index: 0 }).toEqual(before);
  expect(JSON.stringify([at, api.logged])).not.toContain(secret);
});

test('a wrong field is named as in an answer to it alone', async () => {
  const wrong = { ...example, customer: { ...example.customer, age: -1 } };
  const alone = await request(api.url).post('/v1/predict').send(wrong).expect(400);
  expect(await answers(JSON.stringify(wrong))).toEqual([{ index: 0, line: 1, problem: alone.body }]);
});

test('lines beyond the limit are not answered, and the last line of the answer says so', async () => {
  const all = await answers(`${line}\n`.repeat(3_000));
  expect(all).toHaveLength(7);
  expect(all.at(-1)).toMatchObject({
    index: 6,
    line: 7,
    problem: {
      type: 'urn:churn:problem:too-many-lines',
      status: 413,
      detail: expect.stringContaining('expected at most 6 lines'),
    },
  });
  expect(await answers(`${line}\n`.repeat(6))).toHaveLength(6);
});

test.each<[string, number, string, Record<string, string>]>([
  ['JSON', 415, 'unsupported-media-type', { 'content-type': 'application/json' }],
  ['a compressed body', 415, 'unsupported-media-type', { 'content-encoding': 'gzip' }],
])('%s is refused before it is read', async (_what, status, kind, headers) => {
  const response = await request(api.url)
    .post('/v1/predict/batch')
    .set({ 'content-type': 'application/x-ndjson', ...headers })
    .send(line);
  expect(response.status).toBe(status);
  expect(problemSchema.parse(response.body).type).toBe(`urn:churn:problem:${kind}`);
});

test('without a champion a batch is answered 503, and another method 405', async () => {
  await using empty = await temporaryDirectory();
  await using waiting = await startTestApi(empty.path);
  const call = request(waiting.url).post('/v1/predict/batch').set('content-type', 'application/x-ndjson');
  expect((await call.send(line)).status).toBe(503);
  const got = await request(waiting.url).get('/v1/predict/batch');
  expect([got.status, got.headers.allow]).toEqual([405, 'POST']);
});

test('lines are counted by outcome', async () => {
  await using own = await startTestApi(directory.path);
  await request(own.url)
    .post('/v1/predict/batch')
    .set('content-type', 'application/x-ndjson')
    .send(`${line}\n${line}\n{}\n{\n`)
    .expect(200);
  const { text } = await request(own.url).get('/metrics');
  for (const counted of [
    'churn_batch_lines_total{outcome="prediction"} 2',
    'churn_batch_lines_total{outcome="invalid-request"} 1',
    'churn_batch_lines_total{outcome="malformed-request"} 1',
    'http_request_duration_seconds_count{route="/v1/predict/batch",method="POST",status="200"} 1',
  ]) {
    expect(text.split('\n')).toContain(counted);
  }
  expect(text).toMatch(/^churn_predictions_total\{.*\} 2$/m);
});
