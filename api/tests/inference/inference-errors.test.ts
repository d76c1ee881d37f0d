import { featureList } from '@churn/shared/features/feature-list';
import request from 'supertest';
import { inferenceErrorSchema } from '../../src/inference/infer-answers.ts';
import { promoteTestModel } from '../support/promote-test-model.ts';
import { startTestApi, type TestApi } from '../support/start-test-api.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { customers, tensorsOf } from '../support/tensors.ts';

let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
let api: TestApi;

beforeAll(async () => {
  directory = await temporaryDirectory();
  await promoteTestModel(directory.path, { seed: 1, run: 'first', kind: 'blend' });
  api = await startTestApi(directory.path);
});

afterAll(async () => {
  await api[Symbol.asyncDispose]();
  await directory[Symbol.asyncDispose]();
});

const secret = 'sEcReT';
const three = customers(3);

async function refused(body: object, status = 400): Promise<string> {
  const response = await request(api.url).post('/v2/models/churn/infer').send(body);
  expect(response.status).toBe(status);
  expect(response.headers['content-type']).toContain('application/json');
  expect(response.text).not.toContain(secret);
  return inferenceErrorSchema.parse(response.body).error;
}

function withTensor(name: string, change: object): { inputs: object[] } {
  return {
    inputs: tensorsOf(three).map((tensor) => (tensor.name === name ? { ...tensor, ...change } : tensor)),
  };
}

test.each<[string, object, string]>([
  ['no inputs', {}, '#/inputs: expected a list of tensors'],
  ['a tensor too few', { inputs: tensorsOf(three).slice(1) }, `got none for ${featureList[0]!.name}`],
  [
    'an unknown tensor',
    withTensor('age', { name: secret }),
    'expected a feature of the model, got another name',
  ],
  [
    'a tensor twice',
    { inputs: [...tensorsOf(three).slice(1), tensorsOf(three)[1]] },
    'expected a feature once',
  ],
  [
    'text for a number',
    withTensor('age', { datatype: 'BYTES' }),
    'datatype: expected FP64, FP32, INT64, INT32',
  ],
  ['a number for a text', withTensor('gender', { datatype: 'FP64' }), 'datatype: expected BYTES'],
  ['a matrix', withTensor('age', { shape: [3, 2] }), 'shape: expected a shape [n] or [n, 1] with n from 1'],
  [
    'a shape of very many numbers',
    withTensor('age', { shape: Array(400_000).fill('x') }),
    'shape: expected a shape [n] or [n, 1] with n from 1',
  ],
  ['no rows', withTensor('age', { shape: [0], data: [] }), 'expected a shape [n] or [n, 1] with n from 1'],
  [
    'fewer rows',
    withTensor('age', { shape: [2], data: [1, 2] }),
    'expected as many rows as in the first tensor',
  ],
  [
    'fewer values',
    withTensor('age', { data: [1, 2] }),
    'expected as many values as its shape says (3), got a list of 2',
  ],
  ['no data', withTensor('age', { data: undefined }), '/data: expected a list of values, got nothing'],
  ['text in numbers', withTensor('age', { data: [1, secret, 3] }), '/data/1: expected a number from'],
  ['a number in texts', withTensor('gender', { data: ['male', 7, null] }), '/data/1: expected text'],
  [
    'a fraction as INT64',
    withTensor('age', { datatype: 'INT64', data: [1, 2, 3.5] }),
    '/data/2: expected a whole number',
  ],
  [
    'an unknown output',
    { inputs: tensorsOf(three), outputs: [{ name: secret }] },
    'expected an output of the model: probability, decision',
  ],
])('%s is refused in one sentence that names the place and no value', async (_what, body, sentence) => {
  expect(await refused(body)).toContain(sentence);
});

test('a customer who is not eligible is named by the row', async () => {
  const error = await refused(withTensor('days_since_last', { data: [1, 500, 3] }), 422);
  expect(error).toContain('row 1, counted from 0: expected a transaction in the 180 days before asOf');
});

test('bodies that cannot be read are errors of the protocol, too', async () => {
  const call = () => request(api.url).post('/v2/models/churn/infer');
  const answers = await Promise.all([
    call().type('json').send(`{"age": ${secret}}`),
    call().set('content-type', 'application/octet-stream').send('x'),
    call().send({ id: 'x'.repeat(2_100_000) }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([400, 415, 413]);
  for (const { body } of answers) inferenceErrorSchema.parse(body);
});
