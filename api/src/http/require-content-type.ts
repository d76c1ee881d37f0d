import type { RequestHandler } from 'express';
import { Problem } from './problem.ts';

/** Refuses a body of another content-type before it is read; parameters such as the charset are left to the reader. */
export function requireContentType(expected: string): RequestHandler {
  return (request, _response, next) => {
    const given = request.headers['content-type'];
    if (given?.split(';')[0]?.trim().toLowerCase() === expected) return next();
    const came = given === undefined ? 'none' : 'another one';
    next(new Problem('unsupported-media-type', `expected a body of content-type ${expected}, got ${came}`));
  };
}
