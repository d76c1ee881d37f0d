import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** How many answers under way on a connection are timed by their routes: requests may be sent one behind the other. */
const timedByRoute = new WeakMap<Duplex, number>();

/**
 * Exempts a request from the time in which the server wants it whole, until its answer is closed: a stream may take as long
 * as it keeps moving. The route answers for the limit instead.
 */
export function timeByRoute(request: IncomingMessage, response: ServerResponse): void {
  const { socket } = request;
  const add = (count: number) => timedByRoute.set(socket, (timedByRoute.get(socket) ?? 0) + count);
  add(1);
  response.once('close', () => add(-1));
}

export function isTimedByRoute(socket: Duplex): boolean {
  return (timedByRoute.get(socket) ?? 0) > 0;
}
