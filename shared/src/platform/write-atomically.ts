import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Files with this suffix are writes that did not finish; no reader takes them. */
export const unfinishedSuffix = '.unfinished';

/**
 * Has `write` fill a temporary file beside `path`, then makes it durable and visible in one step:
 * fsync, rename, fsync of the folder. A process killed at any point leaves the old file or the new one, never a part.
 */
export async function writeAtomically(
  path: string,
  write: (temporaryPath: string) => Promise<void>,
): Promise<void> {
  const temporaryPath = unfinishedPathBeside(path);
  await mkdir(dirname(path), { recursive: true });
  try {
    await write(temporaryPath);
    await commitFile(temporaryPath, path);
  } catch (error) {
    await rm(temporaryPath, { force: true });
    throw error;
  }
}

export function unfinishedPathBeside(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomUUID()}${unfinishedSuffix}`);
}

/** The commit of a finished temporary file: fsync, rename to `path` in the same folder, fsync of the folder. */
export async function commitFile(temporaryPath: string, path: string): Promise<void> {
  await syncToDisk(temporaryPath);
  await rename(temporaryPath, path);
  await syncToDisk(dirname(path));
}

async function syncToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
