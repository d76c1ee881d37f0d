import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { Problem } from './problem.ts';
import { isTimedByRoute } from './time-by-route.ts';

/** Answers what never became a request (no valid HTTP, or too slow) on the bare connection, and closes it. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (isTimedByRoute(socket)) {
    // Its answer has begun: a second one in the middle of it would be read as a part of it.
    if (error.code !== 'ERR_HTTP_REQUEST_TIMEOUT') socket.destroy();
    return;
  }
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const document = problemOf(error).toDocument();
  const body = JSON.stringify(document);
  socket.end(
    [
      `HTTP/1.1 ${document.status} ${STATUS_CODES[document.status]}`,
      'content-type: application/problem+json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}

function problemOf(error: NodeJS.ErrnoException): Problem {
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return new Problem(
      'request-timeout',
      'expected a whole request within the time limit, got a part of one',
    );
  }
  if (error.code === 'HPE_HEADER_OVERFLOW') {
    return new Problem('headers-too-large', 'expected headers of at most 16384 bytes, got more');
  }
  return new Problem('malformed-request', 'expected a request in HTTP/1.1, got something else');
}
