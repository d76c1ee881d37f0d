import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { createInterface } from 'node:readline';
import { type BatchAnswer, batchAnswerSchema } from '../../src/batch/batch-answer.ts';

/** A batch over a connection of its own, its body still open. */
export interface OpenBatch {
  readonly request: ClientRequest;
  readonly response: IncomingMessage;
  /** The next line of the answer, undefined at its end. */
  next(): Promise<BatchAnswer | undefined>;
}

export async function openBatch(url: string): Promise<OpenBatch> {
  const opened = request(`${url}/v1/predict/batch`, {
    method: 'POST',
    agent: false,
    headers: { 'content-type': 'application/x-ndjson' },
  });
  opened.flushHeaders();
  const [response] = (await once(opened, 'response')) as [IncomingMessage];
  opened.on('error', () => undefined);
  let lines: AsyncIterator<string> | undefined;
  return {
    request: opened,
    response,
    next: async () => {
      lines ??= createInterface({ input: response })[Symbol.asyncIterator]();
      const { value, done } = await lines.next();
      return done === true ? undefined : batchAnswerSchema.parse(JSON.parse(value));
    },
  };
}
