import type { Logger } from '@churn/shared/platform/logger';
import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { Problem } from './problem.ts';
import { problemOfBodyError } from './problem-of-body-error.ts';
import { sendProblem } from './send-problem.ts';

export const pathNotFound: RequestHandler = () => {
  throw new Problem('not-found', 'expected one of the paths listed in /openapi.json, got another one');
};

/** Answers every other method of a path; stands last on its route. */
export function methodNotAllowed(allowed: string): RequestHandler {
  return (request, response) => {
    response.set('allow', allowed);
    throw new Problem('method-not-allowed', `expected ${allowed} on this path, got ${request.method}`);
  };
}

/** The one place where errors become answers; `send` says how they are written. */
export function problemHandler(
  logger: Logger,
  bodyLimitBytes: number,
  send: (response: Response, problem: Problem) => void = sendProblem,
): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const known =
      error instanceof Problem
        ? error
        : (problemOfPathError(error) ?? problemOfBodyError(error, bodyLimitBytes));
    const problem = known ?? unforeseenProblem(error, logger, response.locals.requestId);
    if (response.headersSent) return next(error);
    send(response, problem);
  };
}

/** What nobody foresaw is logged in full and answered without its message. */
export function unforeseenProblem(error: unknown, logger: Logger, requestId: string): Problem {
  const stack = error instanceof Error ? error.stack : String(error);
  logger.error('request failed', { requestId, stack });
  return new Problem('internal-error', 'expected to answer, but an unforeseen error came up; the log has it');
}

/** Express names a part of a path that it cannot decode in its message, and gives the error the status of the answer. */
function problemOfPathError(error: unknown): Problem | undefined {
  return (error as { name?: unknown } | null)?.name === 'URIError'
    ? new Problem(
        'malformed-request',
        'expected a path in percent-encoded UTF-8, got one that does not decode',
      )
    : undefined;
}
