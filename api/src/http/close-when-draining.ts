import type { RequestHandler } from 'express';

/** While shutting down, ends each connection with its answer; a kept-alive one would otherwise hold the process back. */
export function closeWhenDraining(draining: AbortSignal): RequestHandler {
  return (request, response, next) => {
    if (draining.aborted) response.set('connection', 'close');
    response.once('finish', () => {
      if (draining.aborted) request.socket.end();
    });
    next();
  };
}
