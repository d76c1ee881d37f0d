import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, rmdir, stat, utimes } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ChurnError, exitCodes } from '@churn/shared/platform/churn-error';

const heartbeatMs = 5_000;
const staleAfterMs = 30_000;

/**
 * Holds a lock file while `work` runs, so that one stage of one run never runs twice at a time. The owner touches the
 * file every 5 s; a lock untouched for 30 s belongs to a process that died, and is taken over.
 */
export async function withStageLock<T>(path: string, owner: string, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(path), { recursive: true });
  const token = `${owner} ${randomUUID()}`;
  await acquire(path, token);
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined);
  }, heartbeatMs);
  heartbeat.unref();
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    await release(path, token);
  }
}

async function acquire(path: string, token: string): Promise<void> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const file = await open(path, 'wx').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return undefined;
      throw error;
    });
    if (file !== undefined) {
      await file.writeFile(token);
      await file.close();
      return;
    }
    await removeIfStale(path);
  }
  const owner = await readFile(path, 'utf8').catch(() => 'unknown');
  throw new ChurnError(
    'locked',
    exitCodes.unexpected,
    `expected to be alone, but ${path} is held by ${owner.split(' ')[0]}`,
  );
}

async function removeIfStale(path: string): Promise<void> {
  const touched = await stat(path).catch(() => undefined);
  if (touched === undefined || Date.now() - touched.mtimeMs < staleAfterMs) return;
  // Renaming first lets exactly one of several waiting processes take the dead lock away.
  const graveyard = `${path}.${randomUUID()}`;
  await rename(path, graveyard).catch(() => undefined);
  await rm(graveyard, { force: true });
}

async function release(path: string, token: string): Promise<void> {
  const content = await readFile(path, 'utf8').catch(() => undefined);
  if (content === token) await rm(path, { force: true });
  // A refused stage leaves no trace: folders that hold nothing go with the lock.
  for (let folder = dirname(path), depth = 0; depth < 3; folder = dirname(folder), depth += 1) {
    const removed = await rmdir(folder).then(
      () => true,
      () => false,
    );
    if (!removed) return;
  }
}
