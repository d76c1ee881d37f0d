import { once } from 'node:events';
import { appendFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { registerModel } from '@churn/shared/registry/register-model';
import request from 'supertest';
import { smallModel } from '../../../shared/tests/registry/small-model.ts';
import { modelsAnswerSchema } from '../../src/model/models-answer.ts';
import { promoteTestModel } from '../support/promote-test-model.ts';
import { startTestApi } from '../support/start-test-api.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

async function listed(url: string) {
  const { body } = await request(url).get('/v1/models').expect(200);
  return modelsAnswerSchema.parse(body).models;
}

test('an empty registry has no models', async () => {
  await using directory = await temporaryDirectory();
  await using api = await startTestApi(directory.path);
  expect(await listed(api.url)).toEqual([]);
});

test('models are listed with the champion first, when they were promoted, and how good they are', async () => {
  await using directory = await temporaryDirectory();
  const first = await promoteTestModel(directory.path, { seed: 1, run: 'first' });
  await using api = await startTestApi(directory.path);
  expect(await listed(api.url)).toMatchObject([{ sha256: first, champion: true, serving: true }]);

  const content = await smallModel(3, 'never');
  const actor = { by: 'test', now: () => new Date() };
  const never = await registerModel(new ArtifactLayout(directory.path), content, actor);
  const loaded = once(api.watch, 'promoted');
  const second = await promoteTestModel(directory.path, { seed: 2, run: 'second', kind: 'blend' });
  await loaded;
  const models = await listed(api.url);
  expect(models).toMatchObject([
    { sha256: second, champion: true, serving: true, family: 'blend', run: 'second' },
    { sha256: first, champion: false, serving: false, family: 'gradient-boosting', run: 'first' },
    { sha256: never.sha256, champion: false, serving: false, promotedAt: null, run: 'never' },
  ]);
  const { body } = await request(api.url).get('/v1/model');
  expect(models[0]).toMatchObject({
    promotedAt: body.champion.promotedAt,
    threshold: body.threshold,
    featureListHash: body.featureListHash,
    asOf: body.training.asOf,
    measures: body.metrics.measures,
  });
});

test('a model that was fitted again names the one that was measured, any other itself', async () => {
  await using directory = await temporaryDirectory();
  const first = await promoteTestModel(directory.path, { seed: 1, run: 'first' });
  const second = await promoteTestModel(directory.path, { seed: 1, run: 'second', kind: 'refitted' });
  await using api = await startTestApi(directory.path);
  const [refitted, measured] = await listed(api.url);
  expect(refitted).toMatchObject({ sha256: second, evaluatedModelSha256: first });
  expect(measured).toMatchObject({ sha256: first, evaluatedModelSha256: first });
  const { body } = await request(api.url).get('/v1/model').expect(200);
  expect(body).toMatchObject({ sha256: second, training: { evaluatedModelSha256: first } });
});

test('a model that cannot be loaded is listed with the reason, and one that is gone is not', async () => {
  await using directory = await temporaryDirectory();
  const layout = new ArtifactLayout(directory.path);
  const first = await promoteTestModel(directory.path, { seed: 1, run: 'first' });
  const second = await promoteTestModel(directory.path, { seed: 2, run: 'second' });
  await appendFile(join(layout.registeredModel(first), 'model.json'), ' ');
  await using api = await startTestApi(directory.path);
  const [, damaged] = await listed(api.url);
  expect(damaged).toEqual({
    sha256: first,
    champion: false,
    serving: false,
    promotedAt: expect.any(String),
    failure: 'model-damaged',
  });
  await rm(layout.registeredModel(first), { recursive: true });
  expect((await listed(api.url)).map(({ sha256 }) => sha256)).toEqual([second]);
});

test('a file in the place of a model is listed with the reason, and the others with it', async () => {
  await using directory = await temporaryDirectory();
  const model = await promoteTestModel(directory.path, { seed: 1, run: 'first' });
  const file = 'f'.repeat(64);
  await writeFile(new ArtifactLayout(directory.path).registeredModel(file), '');
  await using api = await startTestApi(directory.path);
  expect(await listed(api.url)).toMatchObject([
    { sha256: model },
    { sha256: file, failure: 'model-damaged' },
  ]);
});
