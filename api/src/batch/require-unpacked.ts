import type { RequestHandler } from 'express';
import { Problem } from '../http/problem.ts';

/** Refuses a compressed body: what a line takes could only be known by unpacking it. */
export const requireUnpacked: RequestHandler = (request, _response, next) => {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding.trim().toLowerCase() === 'identity') return next();
  next(
    new Problem(
      'unsupported-media-type',
      'expected a body without compression, got another content-encoding',
    ),
  );
};
