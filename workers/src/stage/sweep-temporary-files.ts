import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A stage that still works has written into its folder since then. */
const leftOverAfterMs = 24 * 60 * 60 * 1000;

/** Removes what killed stages left in the folder for temporary files: entries that nothing was added to for a day. */
export async function sweepTemporaryFiles(folder: string): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []);
  for (const name of names) {
    const path = join(folder, name);
    const touched = await stat(path).catch(() => undefined);
    if (touched === undefined || Date.now() - touched.mtimeMs < leftOverAfterMs) continue;
    await rm(path, { recursive: true, force: true });
  }
}
