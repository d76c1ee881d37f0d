import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { syncToDisk } from './sync-to-disk.ts';

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

/** The commit of a finished temporary file or folder: fsync, rename to `path` in the same folder, fsync of that folder. */
export async function commitFile(temporaryPath: string, path: string): Promise<void> {
  await syncToDisk(temporaryPath);
  await rename(temporaryPath, path);
  await syncToDisk(dirname(path));
}

/**
 * The same for a folder of files that must appear together. Refuses to replace: an existing folder at `path` that holds
 * anything is an error of the rename (ENOTEMPTY or EEXIST).
 */
export async function writeFolderAtomically(
  path: string,
  write: (temporaryFolder: string) => Promise<void>,
): Promise<void> {
  const temporaryFolder = unfinishedPathBeside(path);
  await mkdir(temporaryFolder, { recursive: true });
  try {
    await write(temporaryFolder);
    for (const name of await readdir(temporaryFolder)) await syncToDisk(join(temporaryFolder, name));
    await commitFile(temporaryFolder, path);
  } catch (error) {
    await rm(temporaryFolder, { recursive: true, force: true });
    throw error;
  }
}
