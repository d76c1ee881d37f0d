import { once } from 'node:events';
import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import request from 'supertest';
import { examplePredictRequest as example } from '../../src/openapi/example-predict-request.ts';
import { promoteTestModel } from '../support/promote-test-model.ts';
import { startTestApi } from '../support/start-test-api.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

async function ask(url: string): Promise<{ model: string; probability: number }> {
  const { body } = await request(url).post('/v1/predict').send(example).expect(200);
  return { model: body.model.sha256, probability: body.probability };
}

test('the first promotion makes a waiting process ready', async () => {
  await using directory = await temporaryDirectory();
  await using api = await startTestApi(directory.path);
  await request(api.url).get('/health/ready').expect(503);
  const loaded = once(api.watch, 'promoted');
  const model = await promoteTestModel(directory.path, { seed: 1, run: 'first' });
  await loaded;
  const ready = await request(api.url).get('/health/ready').expect(200);
  expect(ready.body).toEqual({ status: 'ready', model });
});

test('a promotion is served without a restart', async () => {
  await using directory = await temporaryDirectory();
  const first = await promoteTestModel(directory.path, { seed: 1, run: 'first' });
  await using api = await startTestApi(directory.path);
  expect((await ask(api.url)).model).toBe(first);
  const loaded = once(api.watch, 'promoted');
  const second = await promoteTestModel(directory.path, { seed: 2, run: 'second' });
  await loaded;
  expect(second).not.toBe(first);
  expect((await ask(api.url)).model).toBe(second);
});

test('answers during a promotion each name the model they came from', async () => {
  await using directory = await temporaryDirectory();
  await promoteTestModel(directory.path, { seed: 1, run: 'first' });
  await using api = await startTestApi(directory.path);
  const before = await ask(api.url);
  let swapped = false;
  api.watch.once('promoted', () => {
    swapped = true;
  });
  const promotion = promoteTestModel(directory.path, { seed: 2, run: 'second' });
  const answers: { model: string; probability: number }[] = [];
  while (!swapped) answers.push(...(await Promise.all(Array.from({ length: 8 }, () => ask(api.url)))));
  await promotion;
  const after = await ask(api.url);
  answers.push(after);
  expect(after.probability).not.toBe(before.probability);
  for (const answer of answers) expect([before, after]).toContainEqual(answer);
});

async function corruptedPointer(layout: ArtifactLayout, change: (text: string) => string): Promise<void> {
  await writeFile(layout.championPointer, change(await readFile(layout.championPointer, 'utf8')));
}

test.each<[string, (text: string) => string]>([
  ['torn', (text) => text.slice(0, text.length / 2)],
  [
    'of a model that is not there',
    (text) => JSON.stringify({ ...JSON.parse(text), revision: 2, modelSha256: '0'.repeat(64) }),
  ],
  ['empty', () => ''],
])('a champion pointer that is %s leaves the old model serving', async (_what, change) => {
  await using directory = await temporaryDirectory();
  const first = await promoteTestModel(directory.path, { seed: 1, run: 'first' });
  await using api = await startTestApi(directory.path);
  const failed = once(api.watch, 'load-failed');
  await corruptedPointer(new ArtifactLayout(directory.path), change);
  await failed;
  expect((await ask(api.url)).model).toBe(first);
  await request(api.url).get('/health/ready').expect(200);
  const metrics = await request(api.url).get('/metrics');
  expect(metrics.text).toMatch(/^churn_champion_load_failures_total [1-9]/m);
  expect(api.logged).toContainEqual(expect.objectContaining({ level: 'error', serving: first }));
});

test('a model whose bytes changed after promotion is not loaded', async () => {
  await using directory = await temporaryDirectory();
  const layout = new ArtifactLayout(directory.path);
  const sha256 = await promoteTestModel(directory.path, { seed: 1, run: 'first' });
  const folder = layout.registeredModel(sha256);
  for (const file of await readdir(folder)) await appendFile(join(folder, file), ' ');
  await using api = await startTestApi(directory.path);
  await request(api.url).get('/health/ready').expect(503);
});
