import { once } from 'node:events';
import express from 'express';
import request from 'supertest';
import { createHttpServer } from '../../src/http/create-http-server.ts';

test("requests and responses are born with Express's prototypes, so that it has none to change", async () => {
  const app = express();
  app.get('/', (_request, response) => {
    response.json({});
  });
  const server = createHttpServer(app, 1_000);
  const born: boolean[] = [];
  server.prependListener('request', (incoming, outgoing) => {
    born.push(Object.getPrototypeOf(incoming) === app.request);
    born.push(Object.getPrototypeOf(outgoing) === app.response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  await request(server).get('/').expect(200, {});
  server.close();
  expect(born).toEqual([true, true]);
});
