import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createLogger } from '@churn/shared/platform/logger';
import express from 'express';
import request from 'supertest';
import { guard } from '../../src/access/guard.ts';
import { problemHandler } from '../../src/http/problem-handler.ts';
import { createApiMetrics } from '../../src/metrics/api-metrics.ts';

test('a route that is not declared is shut, even where nobody needs a key', async () => {
  const app = express();
  app.use(
    guard({
      keys: undefined,
      rates: { rateLimit: 0, rateWindowMs: 1_000, wrongKeysLimit: 0 },
      metrics: createApiMetrics(),
      now: () => new Date(),
    }),
  );
  app.all('/{*path}', (_request, response) => {
    response.send('reached');
  });
  app.use(
    problemHandler(
      createLogger({ stream: process.stderr, level: 'error', forTerminal: false, fields: {} }),
      1_000,
    ),
  );
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const forgotten = await request(url).get('/v1/forgotten');
  expect([forgotten.status, forgotten.body.type]).toEqual([404, 'urn:churn:problem:not-found']);
  const method = await request(url).delete('/v1/model');
  expect([method.status, method.headers.allow]).toEqual([405, 'GET']);
  await request(url).get('/v1/model').expect(200, 'reached');
  server.close();
});
