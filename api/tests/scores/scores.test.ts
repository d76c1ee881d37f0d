import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { featureListHash } from '@churn/shared/features/feature-list-hash';
import request from 'supertest';
import { problemSchema } from '../../src/http/problem.ts';
import { scoreAnswerSchema } from '../../src/scores/score-answer.ts';
import { leavePredictions, record, scoringModel } from '../support/leave-predictions.ts';
import { startTestApi, type TestApi } from '../support/start-test-api.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
let api: TestApi;

beforeEach(async () => {
  directory = await temporaryDirectory();
  api = await startTestApi(directory.path);
});

afterEach(async () => {
  await api[Symbol.asyncDispose]();
  await directory[Symbol.asyncDispose]();
});

function ask(customerId: string) {
  return request(api.url).get(`/v1/customers/${encodeURIComponent(customerId)}/score`);
}

async function refusal(customerId: string): Promise<string> {
  const { body, status } = await ask(customerId);
  const problem = problemSchema.parse(body);
  expect([status, problem.type]).toEqual([404, 'urn:churn:problem:no-score']);
  return problem.detail;
}

test('a customer has the score of the last batch, with its model and day, for no cache to keep', async () => {
  await leavePredictions(directory.path, [
    record('0001', 0.1),
    record('0002', 0.75, 'time since the last transaction (143 days); tenure (3 days), "new"'),
  ]);
  const { body } = await ask('0002').expect(200).expect('cache-control', 'no-store');
  expect(scoreAnswerSchema.parse(body)).toEqual({
    customerId: '0002',
    probability: 0.75,
    decision: 'churn',
    decile: 1,
    reasons: 'time since the last transaction (143 days); tenure (3 days), "new"',
    asOf: '2024-06-01',
    run: 'r1',
    model: { sha256: scoringModel, family: 'blend', featureListHash },
  });
});

test('the next batch takes the place of the one before', async () => {
  await leavePredictions(directory.path, [record('0001', 0.1)]);
  expect((await ask('0001').expect(200)).body.probability).toBe(0.1);
  await leavePredictions(directory.path, [record('0001', 0.2)], { asOf: '2024-07-01', run: 'r2' });
  expect((await ask('0001').expect(200)).body).toMatchObject({
    probability: 0.2,
    asOf: '2024-07-01',
    run: 'r2',
  });
});

test('who has no score is told so, without the id', async () => {
  expect(await refusal('0001')).toBe('expected predictions of churn score, none have been made yet');
  await leavePredictions(directory.path, []);
  expect(await refusal('0001')).toContain('expected a customer who was scored as of 2024-06-01');
  await leavePredictions(directory.path, [record('0002', 0.1), record('0004', 0.1)]);
  for (const id of ['0001', '0003', '0005', 'x'.repeat(10_000)]) expect(await refusal(id)).not.toContain(id);
  expect(JSON.stringify(api.logged)).not.toContain('0003');
});

test('every customer of many is found, whatever their ids are', async () => {
  const odd = ['a,b', 'a"b', 'a/b', 'a?b#c', 'line\r\nbreak', 'ção', '日本', '😀', '\uff5e', ' ', '%25'];
  const ids = [...Array.from({ length: 3_000 }, (_, i) => `C-${i * 7}`), ...odd].sort((a, b) =>
    Buffer.compare(Buffer.from(a), Buffer.from(b)),
  );
  await leavePredictions(
    directory.path,
    ids.map((id, row) =>
      record(id, row / ids.length, row % 3 === 0 ? 'a "quoted"\r\nreason, '.repeat(row % 7) : 'x'),
    ),
  );
  for (const [row, id] of ids.entries()) {
    if (row % 50 > 0 && !odd.includes(id)) continue;
    const { body } = await ask(id).expect(200);
    expect([body.customerId, body.probability]).toEqual([id, row / ids.length]);
  }
  for (const id of ['C-1', 'b', 'C-', 'zzz']) await refusal(id);
});

test('others are answered while a large batch is gone through, and lookups share that', async () => {
  const records = Array.from({ length: 300_000 }, (_, row) =>
    record(String(row).padStart(7, '0'), row / 300_000, 'x'.repeat(200)),
  );
  await leavePredictions(directory.path, records);
  const asked = Array.from({ length: 20 }, (_, index) => ask(String(index * 15_000).padStart(7, '0')));
  const answers = asked.map((call) => call.expect(200).then(({ body }) => body.probability));
  let done = false;
  const all = Promise.all(answers).finally(() => {
    done = true;
  });
  let meanwhile = 0;
  while (!done) {
    await request(api.url).get('/health/live').expect(200);
    meanwhile += 1;
  }
  expect(await all).toEqual(answers.map((_, index) => (index * 15_000) / 300_000));
  expect(meanwhile).toBeGreaterThan(3);
});

test('predictions whose bytes have changed answer nobody, until they are whole again', async () => {
  const records = [record('0001', 0.1)];
  const { path } = await leavePredictions(directory.path, records);
  await appendFile(new ArtifactLayout(directory.path).absolute(path), record('9999', 0.9));
  const { status, body } = await ask('0001');
  expect([status, problemSchema.parse(body).type]).toEqual([500, 'urn:churn:problem:internal-error']);
  expect(JSON.stringify(body)).not.toContain(directory.path);
  await leavePredictions(directory.path, records);
  await ask('0001').expect(200);
});

test('predictions that were written to after a question answer nobody, until they are whole again', async () => {
  const records = [record('0001', 0.1), record('0002', 0.2)];
  const { path } = await leavePredictions(directory.path, records);
  const file = new ArtifactLayout(directory.path).absolute(path);
  const whole = await readFile(file, 'utf8');
  for (const changed of ['', whole.slice(0, 100), whole.replaceAll('000', '999')]) {
    await writeFile(file, whole);
    await ask('0002').expect(200);
    await writeFile(file, changed);
    await ask('0002').expect(500);
  }
  await writeFile(file, whole);
  await ask('0002').expect(200);
});

test('predictions that have been deleted, before a question or after one, are none', async () => {
  for (const asksBefore of [false, true]) {
    const { path } = await leavePredictions(directory.path, [record('0001', 0.1)]);
    if (asksBefore) await ask('0001').expect(200);
    await rm(new ArtifactLayout(directory.path).absolute(path));
    expect(await refusal('0001')).toBe(
      'expected the last predictions of churn score, their file has been deleted',
    );
  }
});

test('an id that is no UTF-8 is a malformed request, and ids are no label', async () => {
  const { status, body } = await request(api.url).get('/v1/customers/%E9/score');
  expect([status, problemSchema.parse(body).detail]).toEqual([
    400,
    'expected a path in percent-encoding, got one that does not decode',
  ]);
  await ask('C-1042').expect(404);
  const { text } = await request(api.url).get('/metrics');
  expect(text).toContain('route="/v1/customers/:id/score",method="GET",status="404"} 1');
  expect(text).not.toContain('C-1042');
});
