import { Problem } from '../http/problem.ts';
import { within } from './within.ts';

export interface BodyLine {
  /** From 1, blank lines counted. */
  readonly number: number;
  /** Without the line break; undefined where the line is longer than the limit. */
  readonly bytes: Buffer | undefined;
}

export interface LineLimits {
  readonly lineBytes: number;
  /** The time in which a line must have arrived once it is waited for. */
  readonly lineTimeoutMs: number;
}

/** The line of this number has not arrived in time. */
export class LateLine extends Problem {
  readonly number: number;

  constructor(number: number, timeoutMs: number) {
    super('request-timeout', `expected each line within ${timeoutMs} ms, got a part of one or none`);
    this.number = number;
  }
}

const lineFeed = 0x0a;
/** Parts of a line that are copied into one: a body in chunks of a byte would take a hundred times its size otherwise. */
const joinedParts = 1024;
const whitespace = new Set(Buffer.from(' \t\r'));

/**
 * The lines of a body that are not blank, as they arrive; holds one line at a time, and of one that is too long nothing. Refuses a body whose next
 * line is late. Never ends `chunks` before its time: that would close the connection before its answer.
 */
export async function* bodyLines(
  chunks: AsyncIterator<Buffer>,
  { lineBytes, lineTimeoutMs }: LineLimits,
): AsyncGenerator<BodyLine> {
  let parts: Buffer[] = [];
  let shortParts: Buffer[] = [];
  let bytes = 0;
  let isBlank = true;
  let number = 1;
  const late = () => new LateLine(number, lineTimeoutMs);
  let lateAt = performance.now() + lineTimeoutMs;

  const drop = () => {
    parts = [];
    shortParts = [];
  };
  const join = () => {
    parts.push(Buffer.concat(shortParts));
    shortParts = [];
  };
  const add = (part: Buffer) => {
    bytes += part.length;
    isBlank &&= part.every((byte) => whitespace.has(byte));
    // What a blank line consists of is not kept either.
    if (isBlank || bytes > lineBytes) return drop();
    shortParts.push(part);
    if (shortParts.length === joinedParts) join();
  };
  const endLine = (): BodyLine | undefined => {
    const lineNumber = number;
    number += 1;
    if (isBlank) {
      bytes = 0;
      return undefined;
    }
    join();
    const line = { number: lineNumber, bytes: bytes > lineBytes ? undefined : Buffer.concat(parts) };
    drop();
    bytes = 0;
    isBlank = true;
    return line;
  };

  for (;;) {
    const { value, done } = await within(chunks.next(), lateAt - performance.now(), late);
    if (done) break;
    const chunk: Buffer = value;
    let from = 0;
    for (;;) {
      const end = chunk.indexOf(lineFeed, from);
      const to = end === -1 ? chunk.length : end;
      if (to > from) add(chunk.subarray(from, to));
      if (end === -1) break;
      from = end + 1;
      const line = endLine();
      if (line === undefined) continue;
      yield line;
      lateAt = performance.now() + lineTimeoutMs;
    }
  }
  const last = endLine();
  if (last !== undefined) yield last;
}
