import { Problem } from './problem.ts';

/**
 * The problem behind an error of Express's router or body reader, undefined for any other error. Their own messages are not
 * used: a JSON syntax error quotes the text around it, which may be personal.
 */
export function problemOfRequestError(error: unknown, bodyLimitBytes: number): Problem | undefined {
  if (error instanceof URIError) {
    return new Problem(
      'malformed-request',
      'expected a path in percent-encoding, got one that does not decode',
    );
  }
  switch ((error as { type?: unknown } | null)?.type) {
    case 'entity.parse.failed':
      return new Problem(
        'malformed-request',
        'expected a JSON object as the body, got text that does not parse',
      );
    case 'entity.too.large':
      return new Problem('body-too-large', `expected a body of at most ${bodyLimitBytes} bytes, got more`);
    case 'encoding.unsupported':
      return new Problem(
        'unsupported-media-type',
        'expected a body without compression or in gzip, deflate, br or zstd, got another content-encoding',
      );
    case 'charset.unsupported':
      return new Problem('unsupported-media-type', 'expected a body in UTF-8, got another charset');
    case 'request.size.invalid':
    case 'request.aborted':
      return new Problem('malformed-request', 'expected as many bytes as content-length says, got fewer');
    case undefined:
      // Express gives the errors of unpacking its status and no type.
      return (error as { status?: unknown } | null)?.status === 400
        ? new Problem(
            'malformed-request',
            'expected a body in its content-encoding, got one that cannot be unpacked',
          )
        : undefined;
    default:
      return undefined;
  }
}
