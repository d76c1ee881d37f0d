import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const entry = join(import.meta.dirname, '../../src/server.ts');

/** The API as a process of its own, on a free port, which its log names. */
export function startServer(
  environment: Readonly<Record<string, string | undefined>>,
  nodeOptions: readonly string[] = [],
): ChildProcess {
  return spawn(process.execPath, [...nodeOptions, entry], {
    env: { PATH: process.env.PATH, API_PORT: '0', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

/** The next log line with this message. */
export async function logLine(
  lines: AsyncIterator<string>,
  message: string,
): Promise<Record<string, string>> {
  for (;;) {
    const { value, done } = await lines.next();
    if (done) throw new Error(`expected a log line "${message}", the log ended`);
    const line = JSON.parse(value);
    if (line.message === message) return line;
  }
}
