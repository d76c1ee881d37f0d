import { writeFile } from 'node:fs/promises';
import type { ArtifactLayout } from '../artifacts/artifact-layout.ts';
import { ChurnError, exitCodes } from '../platform/churn-error.ts';
import { writeAtomically } from '../platform/write-atomically.ts';
import type { ChampionPointer } from './champion-pointer.ts';
import { appendToJournal, journalEntryOf } from './journal.ts';
import { loadRegisteredModel } from './load-registered-model.ts';
import { type RegistryActor, withRegistryLock } from './registry-lock.ts';
import { settledState } from './registry-state.ts';
import { removeUnfinished } from './remove-unfinished.ts';

export interface ChampionChange {
  readonly action: ChampionPointer['action'];
  readonly modelSha256: string;
  /** The run that trained the model. */
  readonly run: string;
  readonly reason: string;
  readonly evaluationSha256: string;
  /** The revision that the decision was made at; any other is refused. */
  readonly expectedRevision: number;
}

/**
 * Makes a registered model the champion by compare-and-set: under the lock, only where the revision is still the
 * expected one, and only after the model has loaded and repeated its golden rows. The rename of the pointer is the
 * commit; the journal follows it.
 */
export async function changeChampion(
  layout: ArtifactLayout,
  change: ChampionChange,
  actor: RegistryActor,
): Promise<ChampionPointer> {
  return withRegistryLock(layout, actor, async (lock) => {
    const { champion, revision, journal } = await settledState(layout);
    if (revision !== change.expectedRevision) {
      throw new ChurnError(
        'champion-changed',
        exitCodes.refused,
        `expected the registry at revision ${change.expectedRevision}, as when the decision was made, it is at ${revision}`,
      );
    }
    await loadRegisteredModel(layout, change.modelSha256);
    const pointer: ChampionPointer = {
      format: 'churn-champion',
      formatVersion: 1,
      revision: revision + 1,
      action: change.action,
      modelSha256: change.modelSha256,
      run: change.run,
      promotedAt: actor.now().toISOString(),
      promotedBy: actor.by,
      previousModelSha256: champion?.modelSha256 ?? journal.at(-1)?.to ?? null,
      reason: change.reason,
      evaluationSha256: change.evaluationSha256,
    };
    await removeUnfinished(layout.registryDirectory);
    await writeAtomically(layout.championPointer, async (temporaryPath) => {
      await writeFile(temporaryPath, `${JSON.stringify(pointer)}\n`);
      await lock.requireHeld();
    });
    await appendToJournal(layout, journalEntryOf(pointer));
    return pointer;
  });
}
