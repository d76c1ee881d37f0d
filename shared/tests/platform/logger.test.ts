import { PassThrough } from 'node:stream';
import { createLogger } from '../../src/platform/logger.ts';

test('a logged text cannot command the terminal', async () => {
  const stream = new PassThrough();
  const logger = createLogger({ stream, level: 'info', forTerminal: true, fields: {} });
  logger.info('read f\u001b[2J.csv', { row: 'a\u009bb', lines: ['x\u0007\ny'] });
  const [chunk] = (await stream.take(1).toArray()) as Buffer[];
  const line = chunk!.toString();
  expect(line).toContain('read f\ufffd[2J.csv row="a\ufffdb"');
  expect(line).toContain('\n    x\ufffd y');
});
