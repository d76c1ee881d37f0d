import type { Request, Response } from 'express';
import { Problem } from '../http/problem.ts';
import { timeByRoute } from '../http/time-by-route.ts';
import type { BatchAnswer } from './batch-answer.ts';
import { type BodyLine, bodyLines, LateLine, type LineLimits } from './body-lines.ts';
import { turnOfItsOwn } from './turn-of-its-own.ts';
import { within } from './within.ts';

export interface StreamLimits extends LineLimits {
  readonly lines: number;
}

type AnswerLine = (line: BodyLine, index: number) => BatchAnswer;

/**
 * Answers the lines of the request one by one, in order, as they arrive: one is read only when the answer of the one before
 * has been taken, and others have their turn between two. Ends early, with a problem as its last line, where the next line is late or there are too many;
 * hangs up on a client that does not take its answers.
 */
export async function streamAnswers(
  request: Request,
  response: Response,
  limits: StreamLimits,
  answerLine: AnswerLine,
): Promise<void> {
  timeByRoute(request, response);
  response.status(200).type('application/x-ndjson').flushHeaders();
  const chunks: AsyncIterator<Buffer> = request[Symbol.asyncIterator]();
  let index = 0;
  let line = 0;
  try {
    for await (const next of bodyLines(chunks, limits)) {
      line = next.number;
      if (index === limits.lines) throw tooManyLines(limits.lines);
      await turnOfItsOwn();
      if (response.closed) return;
      await send(response, answerLine(next, index), limits.lineTimeoutMs);
      index += 1;
      if (response.closed) return;
    }
    response.end();
  } catch (error) {
    if (response.closed) return;
    if (!(error instanceof Problem)) throw error;
    if (error instanceof LateLine) line = error.number;
    response.write(lineOf({ index, line, problem: error.toDocument() }));
    // Hung up on while it is still sending, a client may never come to read why.
    if (!(error instanceof LateLine)) await discardRest(chunks, limits.lineTimeoutMs);
    response.end();
    if (!request.complete) response.once('finish', () => request.socket.destroySoon());
  }
}

function tooManyLines(most: number): Problem {
  return new Problem(
    'too-many-lines',
    `expected at most ${most} lines that are not blank, got more; this one and those after it are not answered`,
  );
}

function lineOf(answer: BatchAnswer): string {
  return `${JSON.stringify(answer)}\n`;
}

async function send(response: Response, answer: BatchAnswer, timeoutMs: number): Promise<void> {
  if (response.write(lineOf(answer))) return;
  const hangUp = setTimeout(() => response.destroy(), timeoutMs);
  await new Promise<void>((resolve) => {
    const go = () => {
      response.off('drain', go).off('close', go);
      resolve();
    };
    response.on('drain', go).on('close', go);
  });
  clearTimeout(hangUp);
}

/** Reads on without keeping anything, to the end of the body or of the time. */
async function discardRest(chunks: AsyncIterator<Buffer>, timeoutMs: number): Promise<void> {
  const endsAt = performance.now() + timeoutMs;
  const isOver = () => new Error('over');
  try {
    while (!(await within(chunks.next(), endsAt - performance.now(), isOver)).done);
  } catch {
    // Over, or the client is gone.
  }
}
