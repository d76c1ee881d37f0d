import { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { evaluateFeatures } from '@churn/shared/features/evaluate-features';
import { featureList } from '@churn/shared/features/feature-list';
import { type FeatureValues, featureRowsToMatrix } from '@churn/shared/features/feature-rows-to-matrix';
import { dayNumber } from '@churn/shared/platform/calendar-day';
import { loadRegisteredModel } from '@churn/shared/registry/load-registered-model';
import { canonicalGender, canonicalRegion, canonicalService } from '@churn/shared/schema/canonical-values';
import request from 'supertest';
import { modelAnswerSchema } from '../../src/model/model-answer.ts';
import { examplePredictRequest as example } from '../../src/openapi/example-predict-request.ts';
import { predictionAnswerSchema } from '../../src/prediction/prediction-answer.ts';
import { promoteTestModel, testLookbackDays } from '../support/promote-test-model.ts';
import { startTestApi, type TestApi } from '../support/start-test-api.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
let api: TestApi;
let modelSha256: string;

beforeAll(async () => {
  directory = await temporaryDirectory();
  modelSha256 = await promoteTestModel(directory.path, { seed: 1, run: 'first' });
  api = await startTestApi(directory.path);
});

afterAll(async () => {
  await api[Symbol.asyncDispose]();
  await directory[Symbol.asyncDispose]();
});

const exampleFeatures: FeatureValues = evaluateFeatures(
  {
    customerId: 'C-1042',
    age: 41,
    gender: canonicalGender('female'),
    signupDay: dayNumber('2023-05-17'),
    region: canonicalRegion('north'),
  },
  [
    { day: dayNumber('2024-04-02'), amountMinor: 3990, service: canonicalService('internet') },
    { day: dayNumber('2024-05-03'), amountMinor: 3990, service: canonicalService('internet') },
    { day: dayNumber('2024-05-20'), amountMinor: -500, service: canonicalService('mobile') },
  ],
  dayNumber('2024-06-01'),
);

async function libraryProbability(features: FeatureValues): Promise<number> {
  const { model } = await loadRegisteredModel(new ArtifactLayout(directory.path), modelSha256);
  return model.predictProbability(featureRowsToMatrix([features]))[0]!;
}

function post(body: object) {
  return request(api.url).post('/v1/predict').send(body);
}

test('a customer gets the probability that the library computes, bit for bit', async () => {
  const response = await post(example);
  expect(response.status).toBe(200);
  const answer = predictionAnswerSchema.parse(response.body);
  expect(answer.probability).toBe(await libraryProbability(exampleFeatures));
  expect(answer).toMatchObject({ customerId: 'C-1042', asOf: '2024-06-01', ignoredTransactions: 0 });
  expect(answer.model.sha256).toBe(modelSha256);
  expect(answer.decision).toBe(answer.probability >= answer.threshold ? 'churn' : 'stay');
});

test('ready features get the same answer as the transactions they were made of', async () => {
  const fromTransactions = await post(example);
  const fromFeatures = await post({ features: exampleFeatures });
  expect(fromFeatures.status).toBe(200);
  expect(fromFeatures.body).toEqual({ ...fromTransactions.body, customerId: null, asOf: null });
});

test('reasons are what raises the risk most, strongest first, in words and with value and unit', async () => {
  const { reasons } = predictionAnswerSchema.parse((await post(example)).body);
  const strengths = reasons.map(({ contribution }) => contribution);
  expect(reasons.length).toBeGreaterThan(0);
  expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
  expect(Math.min(...strengths)).toBeGreaterThan(0);
  for (const { feature, description, value, unit } of reasons) {
    expect(description).toMatch(/^\w.* \(.+\)$/);
    const declared = featureList.find(({ name }) => name === feature);
    expect([value, unit]).toEqual([exampleFeatures[feature], declared!.unit]);
  }
});

test('spellings are unified as in cleaning', async () => {
  const customer = { ...example.customer, gender: ' F ', region: 'NORTH' };
  const response = await post({ ...example, customer });
  expect(response.body.probability).toBe((await post(example)).body.probability);
});

test('transactions on or after asOf change nothing and are counted', async () => {
  const later = [
    { date: '2024-06-01', amount: 500, service: 'internet' },
    { date: '2024-07-01', amount: 500, service: 'internet' },
  ];
  const response = await post({ ...example, transactions: [...example.transactions, ...later] });
  expect(response.body).toEqual({ ...(await post(example)).body, ignoredTransactions: 2 });
});

test('the order of transactions changes nothing', async () => {
  const response = await post({ ...example, transactions: [...example.transactions].reverse() });
  expect(response.body).toEqual((await post(example)).body);
});

test.each([
  ['without any transaction', [], 'expected at least one transaction before asOf, got none'],
  [
    'with later transactions only',
    [{ date: '2024-06-01', amount: 5 }],
    'expected at least one transaction before asOf, got none',
  ],
  [
    'who left before the look-back',
    [{ date: '2020-01-01', amount: 5 }],
    `expected a transaction in the ${testLookbackDays} days before asOf, got only earlier ones: a customer who is already gone is not scored`,
  ],
])('a customer %s is not scored', async (_who, transactions, detail) => {
  const response = await post({ ...example, transactions });
  expect(response.status).toBe(422);
  expect(response.body).toEqual({
    type: 'urn:churn:problem:not-eligible',
    title: 'The customer is not one the model scores',
    status: 422,
    detail,
  });
});

test('GET /v1/model describes the model that predictions name', async () => {
  const response = await request(api.url).get('/v1/model');
  expect(response.status).toBe(200);
  const answer = modelAnswerSchema.parse(response.body);
  expect(answer).toMatchObject({ sha256: modelSha256, champion: { run: 'first', revision: 1 } });
  expect(answer.labelling.lookbackDays).toBe(testLookbackDays);
  expect(answer.campaign).toMatchObject({ customerValue: 200, rule: 'expected-profit', budget: null });
  expect(answer.featureNames).toEqual(Object.keys(exampleFeatures));
});
