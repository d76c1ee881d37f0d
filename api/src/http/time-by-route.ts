import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

const timedByRoute = new WeakSet<Duplex>();

/**
 * Exempts a request from the time in which the server wants it whole, until its answer is closed: a stream may take as long
 * as it keeps moving. The route answers for the limit instead.
 */
export function timeByRoute(request: IncomingMessage, response: ServerResponse): void {
  const { socket } = request;
  timedByRoute.add(socket);
  response.once('close', () => timedByRoute.delete(socket));
}

export function isTimedByRoute(socket: Duplex): boolean {
  return timedByRoute.has(socket);
}
