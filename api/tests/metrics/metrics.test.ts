import request from 'supertest';
import { examplePredictRequest as example } from '../../src/openapi/example-predict-request.ts';
import { promoteTestModel } from '../support/promote-test-model.ts';
import { startTestApi } from '../support/start-test-api.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

test('requests, predictions and the champion are measured', async () => {
  await using directory = await temporaryDirectory();
  const model = await promoteTestModel(directory.path, { seed: 1, run: 'first' });
  await using api = await startTestApi(directory.path);
  const { body } = await request(api.url).post('/v1/predict').send(example).expect(200);
  await request(api.url).get('/customers/C-1042').expect(404);
  const { text, headers } = await request(api.url).get('/metrics').expect(200);
  expect(headers['content-type']).toContain('text/plain');
  for (const line of [
    `churn_predictions_total{decision="${body.decision}",model="${model}"} 1`,
    `churn_prediction_probability_count{model="${model}"} 1`,
    `churn_champion_info{sha256="${model}",family="${body.model.family}"} 1`,
    'http_request_duration_seconds_count{route="/v1/predict",method="POST",status="200"} 1',
    'http_request_duration_seconds_count{route="unmatched",method="GET",status="404"} 1',
    'churn_champion_load_failures_total 0',
  ]) {
    expect(text.split('\n')).toContain(line);
  }
  expect(text).toMatch(/^churn_champion_loaded_timestamp_seconds 1\d{9}/m);
  const { promotedAt } = body.model;
  expect(text).toContain(`\nchurn_champion_promoted_timestamp_seconds ${Date.parse(promotedAt) / 1000}\n`);
  expect(text).toContain('process_cpu_seconds_total');
  expect(text).not.toContain('C-1042');
});
