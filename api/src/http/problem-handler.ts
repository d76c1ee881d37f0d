import type { Logger } from '@churn/shared/platform/logger';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { Problem } from './problem.ts';
import { problemOfRequestError } from './problem-of-request-error.ts';
import { sendProblem } from './send-problem.ts';

export const pathNotFound: RequestHandler = (_request, response) => {
  sendProblem(
    response,
    new Problem('not-found', 'expected one of the paths listed in /openapi.json, got another one'),
  );
};

/** Answers the methods of a path that are not declared. */
export function methodNotAllowed(allowed: string): RequestHandler {
  return (request, response) => {
    response.set('allow', allowed);
    const detail = `expected ${allowed} on this path, got ${request.method}`;
    sendProblem(response, new Problem('method-not-allowed', detail));
  };
}

/** The one place where errors become answers. What nobody foresaw is logged in full and answered without its message. */
export function problemHandler(logger: Logger, bodyLimitBytes: number): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const known = error instanceof Problem ? error : problemOfRequestError(error, bodyLimitBytes);
    if (known === undefined) {
      const stack = error instanceof Error ? error.stack : String(error);
      logger.error('request failed', { requestId: response.locals.requestId, stack });
    }
    if (response.headersSent) return next(error);
    sendProblem(
      response,
      known ??
        new Problem('internal-error', 'expected to answer, but an unforeseen error came up; the log has it'),
    );
  };
}
