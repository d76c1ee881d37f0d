import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rm, stat, utimes } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ChurnError, exitCodes } from './churn-error.ts';
import { isGone, processIdentity } from './process-identity.ts';

export interface FileLockSettings {
  /** Who holds the lock, for the message that others get. */
  readonly owner: string;
  /** How long to wait for a holder; not at all where absent. */
  readonly waitMs?: number;
  readonly heartbeatMs?: number;
  /** A lock untouched for so long belongs to a process that died, and is taken over. */
  readonly staleAfterMs?: number;
}

export interface HeldLock {
  /**
   * Refuses (exit 1) where the lock was taken over meanwhile, as from a process that was suspended for longer than the
   * heartbeat allows. Asked right before what must not happen twice at a time.
   */
  requireHeld(): Promise<void>;
}

const lookAgainMs = 50;

/**
 * Holds a lock file while `work` runs. The holder touches the file every 5 s; a lock untouched for 30 s is taken over,
 * that of a process which is known to be gone at once. Works on every file system with exclusive creation, between processes, containers and machines whose clocks agree to
 * within seconds.
 */
export async function withFileLock<T>(
  path: string,
  settings: FileLockSettings,
  work: (lock: HeldLock) => Promise<T>,
): Promise<T> {
  const token = `${settings.owner} ${processIdentity()} ${randomUUID()}`;
  await acquire(path, token, settings);
  const heartbeat = setInterval(() => {
    touch(path, token).catch(() => undefined);
  }, settings.heartbeatMs ?? 5_000);
  heartbeat.unref();
  try {
    return await work({ requireHeld: () => requireHeld(path, token) });
  } finally {
    clearInterval(heartbeat);
    if ((await tokenAt(path)) === token) await rm(path, { force: true });
  }
}

async function acquire(path: string, token: string, settings: FileLockSettings): Promise<void> {
  const { waitMs = 0, staleAfterMs = 30_000 } = settings;
  const startedAt = performance.now();
  for (;;) {
    await mkdir(dirname(path), { recursive: true });
    if (await create(path, token)) return;
    if (await removeIfStale(path, staleAfterMs)) continue;
    if (performance.now() - startedAt >= waitMs) break;
    await pause(lookAgainMs);
  }
  const holder = ownerOf(await tokenAt(path)) || 'another process';
  throw new ChurnError(
    'locked',
    exitCodes.unexpected,
    `expected to be alone, but ${path} is held by ${holder}`,
  );
}

/** False where the lock is held, or its folder went with another holder's release. */
async function create(path: string, token: string): Promise<boolean> {
  const file = await open(path, 'wx').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST' || error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (file === undefined) return false;
  try {
    await file.writeFile(token);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  return true;
}

async function touch(path: string, token: string): Promise<void> {
  if ((await tokenAt(path)) !== token) return;
  const now = new Date();
  await utimes(path, now, now);
}

/** True where the lock is gone and may be asked for at once. */
async function removeIfStale(path: string, staleAfterMs: number): Promise<boolean> {
  const age = await ageMs(path);
  if (age === undefined) return true;
  if (!(await isDead(path, age, staleAfterMs))) return false;
  // Of several that see the dead lock one removes it, and looks again before: what lies there may be the lock of a faster one.
  const removal = `${path}.removal`;
  if (!(await create(removal, ''))) {
    if (((await ageMs(removal)) ?? 0) > staleAfterMs) await rm(removal, { force: true });
    return false;
  }
  try {
    if (!(await isDead(path, (await ageMs(path)) ?? 0, staleAfterMs))) return false;
    await rm(path, { force: true });
    return true;
  } finally {
    await rm(removal, { force: true });
  }
}

async function isDead(path: string, age: number, staleAfterMs: number): Promise<boolean> {
  return age >= staleAfterMs || isGone((await tokenAt(path))?.split(' ').at(-2));
}

/**
 * How far from now the file was touched, into the future as well: a lock of a clock that was set back since would be held
 * until the clock has caught up.
 */
async function ageMs(path: string): Promise<number | undefined> {
  const touched = await stat(path).catch(() => undefined);
  return touched === undefined ? undefined : Math.abs(Date.now() - touched.mtimeMs);
}

async function requireHeld(path: string, token: string): Promise<void> {
  const holder = await tokenAt(path);
  if (holder === token) return;
  throw new ChurnError(
    'lock-lost',
    exitCodes.unexpected,
    `expected to hold ${path} still, but ${ownerOf(holder) ?? 'no one'} holds it now`,
  );
}

/** A token is the owner, which may hold blanks, the process and a random part. */
function ownerOf(token: string | undefined): string | undefined {
  return token?.split(' ').slice(0, -2).join(' ');
}

function tokenAt(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}
