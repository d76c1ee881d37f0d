import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as after, setImmediate as nextTurn } from 'node:timers/promises';
import request from 'supertest';
import { examplePredictRequest as example } from '../../src/openapi/example-predict-request.ts';
import { counted } from '../support/counted.ts';
import { openBatch } from '../support/open-batch.ts';
import { promoteTestModel } from '../support/promote-test-model.ts';
import { startTestApi } from '../support/start-test-api.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
let model: string;

beforeAll(async () => {
  directory = await temporaryDirectory();
  model = await promoteTestModel(directory.path, { seed: 1, run: 'first' });
});

afterAll(() => directory[Symbol.asyncDispose]());

const line = `${JSON.stringify(example)}\n`;
const lines = 'churn_batch_lines_total';

/** The count once it no longer grows. */
async function settled(count: () => Promise<number>): Promise<number> {
  let before = -1;
  for (let now = await count(); now !== before; now = await count()) {
    before = now;
    await after(200);
  }
  return before;
}

test('a line is answered before the next one is sent, however its bytes are cut', async () => {
  await using api = await startTestApi(directory.path);
  const batch = await openBatch(api.url);
  const named = Buffer.from(line.replace('C-1042', 'é🙂'));
  for (const byte of named) {
    batch.request.write(Buffer.of(byte));
    await nextTurn();
  }
  expect(await batch.next()).toMatchObject({ index: 0, customerId: 'é🙂' });
  batch.request.write(line.repeat(2) + line.slice(0, 20));
  expect(await batch.next()).toMatchObject({ index: 1 });
  expect(await batch.next()).toMatchObject({ index: 2 });
  batch.request.end(line.slice(20));
  expect(await batch.next()).toMatchObject({ index: 3 });
  expect(await batch.next()).toBeUndefined();
});

test('all lines are answered by the model that the batch began with', async () => {
  await using own = await temporaryDirectory();
  const first = await promoteTestModel(own.path, { seed: 1, run: 'first' });
  await using api = await startTestApi(own.path);
  const batch = await openBatch(api.url);
  batch.request.write(line);
  const before = await batch.next();
  const loaded = once(api.watch, 'promoted');
  const second = await promoteTestModel(own.path, { seed: 2, run: 'second' });
  await loaded;
  batch.request.end(line);
  expect(await batch.next()).toEqual({ ...before, index: 1 });
  expect(before).toMatchObject({ index: 0, model: { sha256: first } });
  const { body } = await request(api.url).post('/v1/predict').send(example);
  expect(body.model.sha256).toBe(second);
});

test('a stream that keeps moving may take longer than a request', async () => {
  await using api = await startTestApi(directory.path, { requestTimeoutMs: 400 });
  const batch = await openBatch(api.url);
  for (let index = 0; index < 8; index += 1) {
    await after(200);
    batch.request.write(line);
    expect(await batch.next()).toMatchObject({ index, model: { sha256: model } });
  }
  batch.request.end();
  expect(await batch.next()).toBeUndefined();
});

test.each([
  ['', 2],
  ['\n'.repeat(9), 11],
  [line.slice(0, 40), 2],
])('a stream whose next line is late (%j) ends with a problem and its connection', async (part, number) => {
  await using api = await startTestApi(directory.path, { requestTimeoutMs: 300 });
  const batch = await openBatch(api.url);
  const closed = once(batch.request, 'close');
  batch.request.write(line);
  expect(await batch.next()).toMatchObject({ index: 0 });
  if (part !== '') batch.request.write(part);
  expect(await batch.next()).toMatchObject({
    index: 1,
    line: number,
    problem: { type: 'urn:churn:problem:request-timeout' },
  });
  expect(await batch.next()).toBeUndefined();
  await closed;
});

test('a client that does not read holds the work up, and is cut off', async () => {
  await using api = await startTestApi(directory.path, { requestTimeoutMs: 2_000 });
  const batch = await openBatch(api.url);
  batch.response.pause();
  const aborted = new Promise((resolve) => batch.response.once('error', resolve));
  const sent = 60_000;
  batch.request.end('{}\n'.repeat(sent));
  const answered = await settled(() => counted(api.url, lines));
  expect(answered).toBeGreaterThan(0);
  expect(answered).toBeLessThan(sent);
  await after(2_200);
  batch.response.resume();
  expect(await aborted).toMatchObject({ code: 'ECONNRESET' });
  expect(await counted(api.url, lines)).toBe(answered);
});

test('a client that goes away ends the work', async () => {
  await using api = await startTestApi(directory.path);
  const batch = await openBatch(api.url);
  batch.request.write(line.repeat(20_000));
  await batch.next();
  batch.request.destroy();
  const answered = await settled(() => counted(api.url, lines));
  expect(answered).toBeLessThan(20_000);
  expect(api.logged.filter(({ level }) => level === 'error')).toEqual([]);
  expect(api.logged).toContainEqual(expect.objectContaining({ route: '/v1/predict/batch', finished: false }));
});

test('bytes that are no chunk in the middle of a body end the connection, without a second answer', async () => {
  await using api = await startTestApi(directory.path);
  const batch = await openBatch(api.url);
  batch.request.write(line);
  await batch.next();
  const aborted = new Promise((resolve) => batch.response.once('error', resolve));
  batch.request.socket!.write('no chunk\r\n');
  expect(await aborted).toMatchObject({ code: 'ECONNRESET' });
});

test('a batch sent behind another one on the same connection may take longer than a request, too', async () => {
  await using api = await startTestApi(directory.path, { requestTimeoutMs: 400 });
  const socket = connect(Number(new URL(api.url).port), '127.0.0.1');
  const answer = text(socket);
  const head = 'POST /v1/predict/batch HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-ndjson\r\n';
  const whole = line.repeat(50);
  socket.write(`${head}content-length: ${Buffer.byteLength(whole)}\r\n\r\n${whole}`);
  socket.write(`${head}transfer-encoding: chunked\r\nconnection: close\r\n\r\n`);
  for (let index = 0; index < 10; index += 1) {
    await after(200);
    socket.write(`${Buffer.byteLength(line).toString(16)}\r\n${line}\r\n`);
  }
  socket.write('0\r\n\r\n');
  expect((await answer).match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200']);
  expect((await answer).match(/"index":/g)).toHaveLength(60);
});

test.each([
  [true, 'finishes within the time of a shutdown', 5_000],
  [false, 'is cut at the end of it', 300],
])('a batch under way (%s) %s', async (finishes, _what, drainTimeoutMs) => {
  const api = await startTestApi(directory.path, { drainTimeoutMs });
  const batch = await openBatch(api.url);
  batch.request.write(line);
  await batch.next();
  const complete = api.drain();
  if (finishes) {
    batch.request.end(line);
    expect(await batch.next()).toMatchObject({ index: 1 });
    expect(await batch.next()).toBeUndefined();
  } else {
    const aborted = new Promise((resolve) => batch.response.once('error', resolve));
    expect(await aborted).toMatchObject({ code: 'ECONNRESET' });
  }
  expect(await complete).toBe(finishes);
});
