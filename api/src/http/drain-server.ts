import type { Server } from 'node:http';
import { setTimeout as after } from 'node:timers/promises';

export interface DrainTimes {
  /** How long new connections are still answered, so that whoever asks for readiness sees that it ends. */
  readonly delayMs: number;
  /** How long requests under way may take after that. */
  readonly timeoutMs: number;
}

/** Closes the server without cutting an answer; true where every request under way was answered in time. */
export async function drainServer(server: Server, { delayMs, timeoutMs }: DrainTimes): Promise<boolean> {
  await after(delayMs);
  const closed = new Promise<boolean>((resolve) => {
    server.close(() => resolve(true));
  });
  const giveUp = new AbortController();
  const inTime = await Promise.race([
    closed,
    after(timeoutMs, false, { signal: giveUp.signal }).catch(() => true),
  ]);
  giveUp.abort();
  if (!inTime) server.closeAllConnections();
  return inTime;
}
