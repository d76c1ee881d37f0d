import express, { type RequestHandler } from 'express';
import { Problem } from './problem.ts';

/** Reads a JSON body of at most `limitBytes`; another content-type than `application/json` is refused before it is read. */
export function jsonBody(limitBytes: number): RequestHandler[] {
  return [requireJson, express.json({ limit: limitBytes, type: () => true })];
}

const requireJson: RequestHandler = (request, _response, next) => {
  const given = request.headers['content-type'];
  if (given?.split(';')[0]?.trim().toLowerCase() === 'application/json') return next();
  const came = given === undefined ? 'none' : 'another one';
  next(
    new Problem('unsupported-media-type', `expected a body of content-type application/json, got ${came}`),
  );
};
