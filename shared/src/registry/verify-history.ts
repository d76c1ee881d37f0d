import type { ChampionPointer } from './champion-pointer.ts';
import { type JournalEntry, journalEntryOf } from './journal.ts';

/**
 * What does not fit in the history of the champion, a sentence each: revisions that are missing, a change that does not
 * start where the one before ended, a pointer that the journal does not tell of. A journal that lacks only the last
 * change is whole: a crash leaves it so, and the next change makes up for it.
 */
export function verifyHistory(
  champion: ChampionPointer | undefined,
  journal: readonly JournalEntry[],
): string[] {
  const last = journal.at(-1);
  const whole =
    champion !== undefined && champion.revision === (last?.revision ?? 0) + 1
      ? [...journal, journalEntryOf(champion)]
      : journal;
  const problems = whole.flatMap((entry, index) => {
    const before = whole[index - 1];
    const place = `change ${index + 1} of the journal`;
    return [
      ...(entry.revision === index + 1
        ? []
        : [`expected ${place} to make revision ${index + 1}, it made ${entry.revision}`]),
      ...(entry.from === (before?.to ?? null)
        ? []
        : [
            `expected ${place} to start from ${before?.to ?? 'no champion'}, it started from ${entry.from ?? 'none'}`,
          ]),
    ];
  });
  const end = whole.at(-1);
  if (champion?.revision !== end?.revision || champion?.modelSha256 !== end?.to) {
    problems.push(
      `expected the champion of the journal's end, ${text(end?.revision, end?.to)}, ` +
        `the pointer names ${text(champion?.revision, champion?.modelSha256)}`,
    );
  }
  return problems;
}

function text(revision: number | undefined, modelSha256: string | undefined): string {
  return modelSha256 === undefined ? 'none' : `${modelSha256} at revision ${revision}`;
}
