import { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { goldenMatrix, singleGoldenRows } from '@churn/shared/registry/golden-rows';
import { loadRegisteredModel } from '@churn/shared/registry/load-registered-model';
import request from 'supertest';
import { examplePredictRequest as example } from '../../src/openapi/example-predict-request.ts';
import { promoteTestModel } from '../support/promote-test-model.ts';
import { startTestApi } from '../support/start-test-api.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

test('a promoted blend is served: probability, decision, reasons and its family', async () => {
  await using directory = await temporaryDirectory();
  const sha256 = await promoteTestModel(directory.path, { seed: 1, run: 'first', kind: 'blend' });
  await using api = await startTestApi(directory.path);
  const { body } = await request(api.url).post('/v1/predict').send(example).expect(200);
  expect(body.model).toEqual(expect.objectContaining({ family: 'blend', sha256 }));
  expect(body.probability).toBeGreaterThan(0);
  expect(body.probability).toBeLessThan(1);
  expect(body.reasons.length).toBeGreaterThan(0);
  const model = await request(api.url).get('/v1/model').expect(200);
  expect(model.body.family).toBe('blend');
});

test('a registered blend answers one customer with the bits of the batch', async () => {
  await using directory = await temporaryDirectory();
  const sha256 = await promoteTestModel(directory.path, { seed: 2, run: 'first', kind: 'blend' });
  const { model, golden } = await loadRegisteredModel(new ArtifactLayout(directory.path), sha256);
  expect([...model.predictProbability(goldenMatrix(golden))]).toEqual(golden.probabilities);
  expect(singleGoldenRows(golden).map((row) => model.predictProbability(row)[0])).toEqual(
    golden.probabilities,
  );
  expect(new Set(golden.probabilities).size).toBeGreaterThan(10);
});
