import { Problem } from '../http/problem.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The JSON value of a line; `bytes` are undefined where it was longer than `limitBytes`. */
export function parseLine(bytes: Buffer | undefined, limitBytes: number): unknown {
  if (bytes === undefined) {
    throw new Problem('body-too-large', `expected a line of at most ${limitBytes} bytes, got more`);
  }
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    // Not the parser's own message: it quotes the text around the error, which may be personal.
    throw new Problem(
      'malformed-request',
      'expected a JSON object in UTF-8 on the line, got what does not parse',
    );
  }
}
