import { copyFile, realpath, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { badInput } from '@churn/shared/platform/churn-error';
import { writeAtomically } from '@churn/shared/platform/write-atomically';

/**
 * The absolute path behind the name of a file that a stage is to write outside the store; a link is followed, since the
 * rename would replace it. Refuses (exit 2) a directory, a device or pipe, which the rename would replace as well, and a
 * place below a file: before the work, not after it.
 */
export async function requireOutFile(option: string, name: string): Promise<string> {
  const path = await realpath(name).catch(() => resolve(name));
  const existing = await stat(path).catch(() => undefined);
  if (existing === undefined) await requireFolderAbove(option, path);
  else if (!existing.isFile()) {
    const actual = existing.isDirectory() ? 'a directory' : 'neither a file nor a directory';
    throw badInput('bad-out', `expected ${option} to name a file, ${name} is ${actual}`);
  }
  return path;
}

/** Puts a copy there at once. */
export async function copyToOutFile(from: string, path: string): Promise<void> {
  await writeAtomically(path, (temporaryPath) => copyFile(from, temporaryPath));
}

async function requireFolderAbove(option: string, path: string): Promise<void> {
  for (let above = dirname(path); ; above = dirname(above)) {
    const existing = await stat(above).catch(() => undefined);
    if (existing?.isDirectory()) return;
    if (existing !== undefined) {
      throw badInput('bad-out', `expected ${option} to name a file in a folder, ${above} is none`);
    }
    if (above === dirname(above)) return;
  }
}
