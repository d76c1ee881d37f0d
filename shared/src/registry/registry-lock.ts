import { rmdir } from 'node:fs/promises';
import type { ArtifactLayout } from '../artifacts/artifact-layout.ts';
import { type FileLockSettings, type HeldLock, withFileLock } from '../platform/file-lock.ts';

/** Who changes the registry, and by which clock. */
export interface RegistryActor {
  readonly by: string;
  /** Handed in from the edge: nothing else of the registry knows the time. */
  readonly now: () => Date;
  readonly lock?: Omit<FileLockSettings, 'owner'>;
}

/** Longer than a dead holder's lock lives, so that a crash delays the next change and does not fail it. */
const waitMs = 45_000;

/** One writer of the registry at a time; readers need no lock. */
export async function withRegistryLock<T>(
  layout: ArtifactLayout,
  actor: RegistryActor,
  work: (lock: HeldLock) => Promise<T>,
): Promise<T> {
  try {
    return await withFileLock(layout.registryLock, { owner: actor.by, waitMs, ...actor.lock }, work);
  } finally {
    // Whoever asks a data directory without a registry leaves it without one.
    await rmdir(layout.registryDirectory).catch(() => undefined);
  }
}
