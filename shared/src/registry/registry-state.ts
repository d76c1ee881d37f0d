import type { ArtifactLayout } from '../artifacts/artifact-layout.ts';
import { badInput } from '../platform/churn-error.ts';
import { type ChampionPointer, readChampionPointer } from './champion-pointer.ts';
import { appendToJournal, type JournalEntry, journalEntryOf, readJournal } from './journal.ts';
import { type RegistryActor, withRegistryLock } from './registry-lock.ts';

export interface RegistryState {
  readonly champion: ChampionPointer | undefined;
  /** Of the last change; 0 before the first. */
  readonly revision: number;
  /** Oldest first. */
  readonly journal: readonly JournalEntry[];
}

/**
 * The state between two changes. Called while the registry's lock is held: a change writes the pointer first and the
 * journal second, so a crash in between leaves a journal without the last entry, which is made up for from the pointer.
 */
export async function settledState(layout: ArtifactLayout): Promise<RegistryState> {
  const champion = await readChampionPointer(layout);
  const journal = await readJournal(layout);
  const lastRevision = journal.at(-1)?.revision ?? 0;
  if (champion === undefined || champion.revision <= lastRevision) {
    return { champion, revision: lastRevision, journal };
  }
  const missing = journalEntryOf(champion);
  await appendToJournal(layout, missing);
  return { champion, revision: champion.revision, journal: [...journal, missing] };
}

/** Takes the lock and settles the state. */
export function settleRegistry(layout: ArtifactLayout, actor: RegistryActor): Promise<RegistryState> {
  return withRegistryLock(layout, actor, () => settledState(layout));
}

/** Refuses (exit 2) a registry whose pointer has gone although the journal knows a champion: none is not the same as lost. */
export function requireKnownChampion({ champion, journal }: RegistryState, layout: ArtifactLayout): void {
  const last = journal.at(-1);
  if (champion !== undefined || last === undefined) return;
  throw badInput(
    'champion-pointer-gone',
    `expected a champion at ${layout.championPointer}, where revision ${last.revision} made ${last.to} one; found none: ` +
      `put it back with churn rollback --to ${last.to}`,
  );
}
