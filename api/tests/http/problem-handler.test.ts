import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { createLogger } from '@churn/shared/platform/logger';
import express from 'express';
import { problemHandler } from '../../src/http/problem-handler.ts';

test('an error in the middle of an answer cuts it off, and is told in the log once and nowhere else', async () => {
  const logged: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      logged.push(String(chunk));
      done();
    },
  });
  const logger = createLogger({ stream, level: 'info', forTerminal: false, fields: {} });
  const app = express();
  app.get('/', (_request, response) => {
    response.write('half');
    throw new Error('of C-1042');
  });
  app.use(problemHandler(logger, 1_000), problemHandler(logger, 1_000));
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const onConsole: unknown[] = [];
  const { error } = console;
  console.error = (...said: unknown[]) => onConsole.push(said);
  try {
    const { port } = server.address() as AddressInfo;
    const answer = fetch(`http://127.0.0.1:${port}`).then((begun) => begun.text());
    await expect(answer).rejects.toThrow();
  } finally {
    console.error = error;
    server.close();
  }
  expect(logged).toEqual([expect.stringContaining('request failed')]);
  expect(onConsole).toEqual([]);
});
