import { once } from 'node:events';
import { createInterface } from 'node:readline';
import request from 'supertest';
import { examplePredictRequest as example } from '../../src/openapi/example-predict-request.ts';
import { counted } from '../support/counted.ts';
import { openBatch } from '../support/open-batch.ts';
import { promoteTestModel } from '../support/promote-test-model.ts';
import { logLine, startServer } from '../support/start-server.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

test('10,000 lines of 8 kB take less than a tenth of their size, and others are answered meanwhile', async () => {
  await using directory = await temporaryDirectory();
  await promoteTestModel(directory.path, { seed: 1, run: 'first' });
  const server = startServer({ CHURN_DATA_DIR: directory.path, API_DRAIN_DELAY_MS: '0' }, [
    '--max-old-space-size=96',
  ]);
  const exited = once(server, 'exit');
  const url = (await logLine(createInterface({ input: server.stderr! })[Symbol.asyncIterator](), 'listening'))
    .url!;
  const external = () => counted(url, 'nodejs_external_memory_bytes');
  const before = await external();

  const batch = await openBatch(url);
  const line = `${' '.repeat(8_000)}${JSON.stringify(example)}\n`;
  const count = 10_000;
  const sent = (async () => {
    for (let index = 0; index < count; index += 100) {
      if (!batch.request.write(line.repeat(100))) await once(batch.request, 'drain');
    }
    batch.request.end();
  })();
  let mostBytes = 0;
  for (let index = 0; index < count; index += 1) {
    expect((await batch.next())!.index).toBe(index);
    if (index % 500 > 0) continue;
    await request(url).get('/health/live').expect(200);
    mostBytes = Math.max(mostBytes, (await external()) - before);
  }
  await sent;
  expect(await batch.next()).toBeUndefined();
  expect(mostBytes).toBeLessThan(8_000_000);
  server.kill('SIGTERM');
  expect(await exited).toEqual([0, null]);
});
