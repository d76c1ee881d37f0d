import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { unfinishedSuffix } from '../platform/write-atomically.ts';

/** Removes what killed writers left in a folder. Called while the registry's lock is held, when no writer is at work. */
export async function removeUnfinished(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((entry) => entry.endsWith(unfinishedSuffix))) {
    await rm(join(folder, name), { recursive: true, force: true });
  }
}
