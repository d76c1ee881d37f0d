import { featureList } from '@churn/shared/features/feature-list';
import request from 'supertest';
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
  api = await startTestApi(directory.path, { maxTransactions: 4, bodyLimitBytes: 20_000 });
});

afterAll(async () => {
  await api[Symbol.asyncDispose]();
  await directory[Symbol.asyncDispose]();
});

const secret = 'sEcReT';
const transaction = example.transactions[0]!;
const { asOf: _asOf, ...withoutAsOf } = example;
const amount = 'a number of currency units with at most 2 decimals, from -10000000000 to 10000000000';

function withCustomer(fields: object) {
  return { ...example, customer: { ...example.customer, ...fields } };
}

function withTransaction(fields: object) {
  return { ...example, transactions: [transaction, { ...transaction, ...fields }] };
}

test.each<[string, object, string, string, string]>([
  ['an age in text', withCustomer({ age: secret }), '#/customer/age', 'a whole number of years', 'text'],
  [
    'half a year of age',
    withCustomer({ age: 41.5 }),
    '#/customer/age',
    'a whole number of years',
    'a number',
  ],
  [
    'an age that cleaning takes for unknown',
    withCustomer({ age: 121 }),
    '#/customer/age',
    'from 0 to 120',
    'a number',
  ],
  [
    'an empty id',
    withCustomer({ customerId: '' }),
    '#/customer/customerId',
    'text of 1 to 200',
    'empty text',
  ],
  ['an unknown field', withCustomer({ [secret]: 1 }), '#/customer', 'only the fields customerId', '1 other'],
  [
    '29 February 2023',
    withTransaction({ date: '2023-02-29' }),
    '#/transactions/1/date',
    'a calendar',
    'text',
  ],
  ['a date in text', withTransaction({ date: secret }), '#/transactions/1/date', 'a calendar day', 'text'],
  ['three decimals', withTransaction({ amount: 1.005 }), '#/transactions/1/amount', amount, 'a number'],
  ['an amount in text', withTransaction({ amount: secret }), '#/transactions/1/amount', amount, 'text'],
  ['an amount beyond all', withTransaction({ amount: 1e12 }), '#/transactions/1/amount', amount, 'a number'],
  ['no amount', withTransaction({ amount: undefined }), '#/transactions/1/amount', amount, 'nothing'],
  ['no asOf', withoutAsOf, '#/asOf', "depend on the server's clock", 'nothing'],
  ['an object of transactions', { ...example, transactions: {} }, '#/transactions', 'a list of', 'an object'],
  [
    'too many transactions',
    { ...example, transactions: Array(5).fill(transaction) },
    '#/transactions',
    'a list of at most 4 transactions',
    'a list of 5',
  ],
  [
    'both forms at once',
    { ...example, features: {} },
    '#',
    'only the fields customerId, features',
    '3 other',
  ],
  [
    'neither form',
    { [secret]: secret },
    '#',
    'either customer, transactions and asOf, or features',
    'neither',
  ],
  ['a list', [secret], '#', 'either customer, transactions and asOf, or features', 'neither'],
])(
  '%s is refused, naming the field and never the value',
  async (_what, body, pointer, expected, received) => {
    const response = await request(api.url).post('/v1/predict').send(body);
    expect(response.status).toBe(400);
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    const problem = problemSchema.parse(response.body);
    expect(problem.type).toBe('urn:churn:problem:invalid-request');
    const error = problem.errors?.find(
      (entry) => entry.pointer === pointer && entry.expected.includes(expected),
    );
    expect(error?.received).toContain(received);
    expect(response.text).not.toContain(secret);
  },
);

test('every wrong field is listed at once', async () => {
  const body = { ...withCustomer({ age: -1, gender: 7 }), asOf: 'tomorrow' };
  const response = await request(api.url).post('/v1/predict').send(body);
  expect(response.body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([
    '#/customer/age',
    '#/customer/gender',
    '#/asOf',
  ]);
});

test('ready features must be all of the list and nothing else', async () => {
  const [first, ...others] = featureList;
  const features = Object.fromEntries(others.map(({ name }) => [name, null]));
  const response = await request(api.url)
    .post('/v1/predict')
    .send({ features: { ...features, [secret]: 1 } });
  expect(response.status).toBe(400);
  expect(response.body.errors).toEqual([
    {
      pointer: `#/features/${first!.name}`,
      expected: 'a number from -3e+38 to 3e+38, or null where missing',
      received: 'nothing',
    },
    {
      pointer: '#/features',
      expected: 'only the fields of the feature list (GET /v1/model names them)',
      received: '1 other field',
    },
  ]);
  expect(response.text).not.toContain(secret);
});

test('a feature that no 32-bit float holds is refused, and the largest that one holds is answered with a number', async () => {
  const numeric = featureList.filter(({ kind }) => kind === 'numeric');
  const withNumbers = (value: number) => ({
    ...Object.fromEntries(featureList.map(({ name }) => [name, null])),
    ...Object.fromEntries(numeric.map(({ name }, index) => [name, index % 2 === 0 ? value : -value])),
    days_since_last: 1,
  });
  const ask = (value: number) =>
    request(api.url)
      .post('/v1/predict')
      .send({ features: withNumbers(value) });
  const refused = await ask(1e39);
  expect(refused.status).toBe(400);
  expect(refused.body.errors).toHaveLength(numeric.length - 1);
  const answered = await ask(3e38);
  expect(answered.status).toBe(200);
  expect(answered.body.probability).toEqual(expect.any(Number));
});

test.each<[string, number, string, (call: request.Test) => request.Test]>([
  [
    'a body that is no JSON',
    400,
    'malformed-request',
    (call) => call.type('json').send(`{"age": ${secret}}`),
  ],
  ['an empty body', 400, 'invalid-request', (call) => call.type('json')],
  ['a form', 415, 'unsupported-media-type', (call) => call.type('form').send({ age: secret })],
  [
    'a body of another charset',
    415,
    'unsupported-media-type',
    (call) => call.type('application/json; charset=latin1').send('{}'),
  ],
  ['a body beyond the limit', 413, 'body-too-large', (call) => call.send({ customer: 'x'.repeat(20_000) })],
])('%s is answered with a problem document', async (_what, status, kind, send) => {
  const response = await send(request(api.url).post('/v1/predict'));
  expect(response.status).toBe(status);
  expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(problemSchema.parse(response.body)).toMatchObject({ type: `urn:churn:problem:${kind}`, status });
  expect(response.text).not.toContain(secret);
});

test('nothing of a refused request reaches the log', async () => {
  await request(api.url)
    .post(`/v1/predict?who=${secret}`)
    .send(withCustomer({ customerId: secret, age: secret }));
  expect(JSON.stringify(api.logged)).not.toContain(secret);
});
