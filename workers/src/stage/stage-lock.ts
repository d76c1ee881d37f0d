import { rmdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { withFileLock } from '@churn/shared/platform/file-lock';

/** Holds a lock file while `work` runs, so that one stage of one run never runs twice at a time. */
export async function withStageLock<T>(path: string, owner: string, work: () => Promise<T>): Promise<T> {
  try {
    return await withFileLock(path, { owner }, work);
  } finally {
    await removeEmptyFolders(dirname(path));
  }
}

/** A refused stage leaves no trace: folders of the run that hold nothing go with the lock. */
async function removeEmptyFolders(innermost: string): Promise<void> {
  for (let folder = innermost, depth = 0; depth < 3; folder = dirname(folder), depth += 1) {
    const removed = await rmdir(folder).then(
      () => true,
      () => false,
    );
    if (!removed) return;
  }
}
