import type { Logger } from '@churn/shared/platform/logger';
import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { Problem } from './problem.ts';
import { problemOfRequestError } from './problem-of-request-error.ts';
import { sendProblem } from './send-problem.ts';

export const pathNotFound: RequestHandler = () => {
  throw new Problem('not-found', 'expected one of the paths listed in /openapi.json, got another one');
};

/** Answers the methods of a path that are not declared. */
export function methodNotAllowed(allowed: string): RequestHandler {
  return (request, response) => {
    response.set('allow', allowed);
    throw new Problem('method-not-allowed', `expected ${allowed} on this path, got ${request.method}`);
  };
}

/** The one place where errors become answers; `send` says how they are written. An answer that has begun is cut off. */
export function problemHandler(
  logger: Logger,
  bodyLimitBytes: number,
  send: (response: Response, problem: Problem) => void = sendProblem,
): ErrorRequestHandler {
  // Express takes a function of four parameters only for a handler of errors.
  return (error: unknown, _request, response, _next) => {
    const known = error instanceof Problem ? error : problemOfRequestError(error, bodyLimitBytes);
    const problem = known ?? unforeseenProblem(error, logger, response.locals.requestId);
    // Not handed on: Express would write the error to the console, which may quote a request, and with it hang up.
    if (response.headersSent) response.destroy();
    else send(response, problem);
  };
}

/** What nobody foresaw is logged in full and answered without its message. */
export function unforeseenProblem(error: unknown, logger: Logger, requestId: string): Problem {
  const stack = error instanceof Error ? error.stack : String(error);
  logger.error('request failed', { requestId, stack });
  return new Problem('internal-error', 'expected to answer, but an unforeseen error came up; the log has it');
}
