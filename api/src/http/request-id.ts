import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';

const acceptable = /^[\w.:-]{1,64}$/;

/** Takes the caller's `x-request-id` or makes one, and repeats it in the answer and on every log line of the request. */
export const requestId: RequestHandler = (request, response, next) => {
  const given = request.get('x-request-id');
  const id = given !== undefined && acceptable.test(given) ? given : randomUUID();
  response.locals.requestId = id;
  response.set('x-request-id', id);
  next();
};
