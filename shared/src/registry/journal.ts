import { open, readFile, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { ArtifactLayout } from '../artifacts/artifact-layout.ts';
import { badInput } from '../platform/churn-error.ts';
import { syncToDisk } from '../platform/sync-to-disk.ts';
import { type ChampionPointer, championPointerSchema } from './champion-pointer.ts';

const {
  revision,
  action,
  modelSha256,
  previousModelSha256,
  promotedAt,
  promotedBy,
  reason,
  run,
  evaluationSha256,
} = championPointerSchema.shape;

/** One change of the champion: who, when, from what to what, why, and on what evidence. */
export const journalEntrySchema = z.strictObject({
  revision,
  action,
  at: promotedAt,
  by: promotedBy,
  from: previousModelSha256,
  to: modelSha256,
  reason,
  run,
  evaluationSha256,
});

export type JournalEntry = Readonly<z.infer<typeof journalEntrySchema>>;

export function journalEntryOf(pointer: ChampionPointer): JournalEntry {
  return {
    revision: pointer.revision,
    action: pointer.action,
    at: pointer.promotedAt,
    by: pointer.promotedBy,
    from: pointer.previousModelSha256,
    to: pointer.modelSha256,
    reason: pointer.reason,
    run: pointer.run,
    evaluationSha256: pointer.evaluationSha256,
  };
}

/** Every change so far, oldest first. A last line without its end is a write that did not finish, and counts as absent. */
export async function readJournal(layout: ArtifactLayout): Promise<readonly JournalEntry[]> {
  const { lines } = await readLines(layout);
  return lines.map((line, index) => parseEntry(line, `${layout.registryJournal} line ${index + 1}`));
}

/** Cuts a last line that was not finished off, then appends the entry durably. */
export async function appendToJournal(layout: ArtifactLayout, entry: JournalEntry): Promise<void> {
  const path = layout.registryJournal;
  const { wholeBytes, bytes } = await readLines(layout);
  if (wholeBytes < bytes) await truncate(path, wholeBytes);
  const file = await open(path, 'a');
  try {
    await file.writeFile(`${JSON.stringify(entry)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  if (wholeBytes === 0) await syncToDisk(dirname(path));
}

async function readLines(layout: ArtifactLayout) {
  const content = await readFile(layout.registryJournal).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  });
  const wholeBytes = content.lastIndexOf('\n') + 1;
  const lines = content.toString('utf8', 0, wholeBytes).split('\n').slice(0, -1);
  return { lines, wholeBytes, bytes: content.length };
}

function parseEntry(line: string, where: string): JournalEntry {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    value = undefined;
  }
  const parsed = journalEntrySchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw badInput(
    'journal-damaged',
    `expected a change of the champion at ${where}, got what does not parse: move the journal aside to begin a new one`,
  );
}
