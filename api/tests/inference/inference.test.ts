import { featureList } from '@churn/shared/features/feature-list';
import request from 'supertest';
import {
  inferAnswerSchema,
  inferenceErrorSchema,
  modelMetadataSchema,
} from '../../src/inference/infer-answers.ts';
import { promoteTestModel } from '../support/promote-test-model.ts';
import { startTestApi, type TestApi } from '../support/start-test-api.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { customers, tensorsOf } from '../support/tensors.ts';

let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
let api: TestApi;
let model: string;

beforeAll(async () => {
  directory = await temporaryDirectory();
  model = await promoteTestModel(directory.path, { seed: 1, run: 'first', kind: 'blend' });
  api = await startTestApi(directory.path);
});

afterAll(async () => {
  await api[Symbol.asyncDispose]();
  await directory[Symbol.asyncDispose]();
});

const three = customers(3);

function infer(body: object, path = '/v2/models/churn/infer') {
  return request(api.url).post(path).send(body);
}

test.each(['flat', 'column', 'nested'] as const)(
  'tensors (%s) get the probability and decision of /v1/predict, bit for bit',
  async (width) => {
    const alone = await Promise.all(
      three.map((features) => request(api.url).post('/v1/predict').send({ features }).expect(200)),
    );
    const { body } = await infer({ id: '42', inputs: tensorsOf(three, width) }).expect(200);
    expect(inferAnswerSchema.parse(body)).toEqual({
      model_name: 'churn',
      model_version: model,
      id: '42',
      outputs: [
        {
          name: 'probability',
          datatype: 'FP64',
          shape: [3],
          data: alone.map(({ body: { probability } }) => probability),
        },
        {
          name: 'decision',
          datatype: 'BYTES',
          shape: [3],
          data: alone.map(({ body: { decision } }) => decision),
        },
      ],
    });
  },
);

test('many customers are answered in their order, by the version asked for', async () => {
  const rows = customers(700);
  const path = `/v2/models/churn/versions/${model}/infer`;
  const { body } = await infer({ inputs: tensorsOf(rows), outputs: [{ name: 'probability' }] }, path).expect(
    200,
  );
  expect(body.outputs.map(({ name }: { name: string }) => name)).toEqual(['probability']);
  expect(body.id).toBeUndefined();
  const [probability] = body.outputs;
  expect(probability.data).toHaveLength(700);
  for (const row of [0, 255, 256, 699]) {
    const alone = await request(api.url).post('/v1/predict').send({ features: rows[row] });
    expect(probability.data[row]).toBe(alone.body.probability);
  }
});

test('the order of tensors and whole numbers as INT64 change nothing', async () => {
  const expected = await infer({ inputs: tensorsOf(three) });
  const inputs = tensorsOf(three)
    .reverse()
    .map((tensor) => (tensor.datatype === 'FP64' ? { ...tensor, datatype: 'INT64' } : tensor));
  expect((await infer({ inputs })).body).toEqual(expected.body);
});

test('the metadata name every tensor, and the version that answers', async () => {
  for (const path of ['/v2/models/churn', `/v2/models/churn/versions/${model}`]) {
    const { body } = await request(api.url).get(path).expect(200);
    const metadata = modelMetadataSchema.parse(body);
    expect(metadata).toMatchObject({ name: 'churn', versions: [model], platform: 'churn_json' });
    expect(metadata.inputs.map(({ name }) => name)).toEqual(featureList.map(({ name }) => name));
    expect(metadata.inputs).toContainEqual({ name: 'gender', datatype: 'BYTES', shape: [-1] });
    expect(metadata.outputs[0]).toEqual({ name: 'probability', datatype: 'FP64', shape: [-1] });
  }
});

test.each([
  ['/v2', { name: 'churn-api', version: '0.1.0', extensions: [] }],
  ['/v2/health/live', { live: true }],
  ['/v2/health/ready', { ready: true }],
  ['/v2/models/churn/ready', { name: 'churn', ready: true }],
])('%s answers as the protocol says', async (path, answer) => {
  expect((await request(api.url).get(path).expect(200)).body).toEqual(answer);
});

test.each(['', '/ready', '/infer'])('another version%s than the one served is a 404', async (rest) => {
  const path = `/v2/models/churn/versions/${'0'.repeat(64)}${rest}`;
  const call = rest === '/infer' ? request(api.url).post(path).send({}) : request(api.url).get(path);
  const { status, body } = await call;
  expect([status, body]).toEqual([
    404,
    { error: `expected version ${model}, the one being served, got another one` },
  ]);
});

test('other models, paths and methods are errors of the protocol', async () => {
  for (const path of ['/v2/models/fraud', '/v2/models/fraud/infer', '/v2/repository']) {
    const { status, body } = await request(api.url).get(path);
    expect([status, inferenceErrorSchema.parse(body).error]).toEqual([
      404,
      expect.stringContaining('expected'),
    ]);
  }
  const got = await request(api.url).get('/v2/models/churn/infer');
  expect([got.status, got.headers.allow, got.body]).toEqual([
    405,
    'POST',
    { error: 'expected POST on this path, got GET' },
  ]);
});

test('without a champion the server is live and not ready', async () => {
  await using empty = await temporaryDirectory();
  await using waiting = await startTestApi(empty.path);
  await request(waiting.url).get('/v2/health/live').expect(200, { live: true });
  for (const path of ['/v2/health/ready', '/v2/models/churn', '/v2/models/churn/ready']) {
    const { status, body } = await request(waiting.url).get(path);
    expect([status, inferenceErrorSchema.parse(body).error]).toEqual([
      503,
      'expected a promoted model in the registry, found none that loads',
    ]);
  }
});

test('a process that shuts down is no longer ready, and still answers', async () => {
  const own = await startTestApi(directory.path, { drainDelayMs: 1_000 });
  const drained = own.drain();
  for (const path of ['/v2/health/ready', '/v2/models/churn/ready']) {
    const { status, body } = await request(own.url).get(path);
    expect([status, inferenceErrorSchema.parse(body).error]).toEqual([
      503,
      'expected to be asked elsewhere: this process finishes what it has',
    ]);
  }
  await request(own.url).get('/v2/health/live').expect(200);
  await request(own.url)
    .post('/v2/models/churn/infer')
    .send({ inputs: tensorsOf(three) })
    .expect(200);
  expect(await drained).toBe(true);
});

test('customers are counted as predictions, and versions are no label', async () => {
  await using own = await startTestApi(directory.path);
  await request(own.url)
    .post(`/v2/models/churn/versions/${model}/infer`)
    .send({ inputs: tensorsOf(three) })
    .expect(200);
  const { text } = await request(own.url).get('/metrics');
  expect(text).toContain(`churn_prediction_probability_count{model="${model}"} 3`);
  expect(text).toContain('route="/v2/models/churn/versions/:version/infer",method="POST",status="200"} 1');
});
