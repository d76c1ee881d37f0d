import type { ChampionPointer } from '../../src/registry/champion-pointer.ts';
import { type JournalEntry, journalEntryOf } from '../../src/registry/journal.ts';
import { verifyHistory } from '../../src/registry/verify-history.ts';

const model = (letter: string) => letter.repeat(64);

function pointer(revision: number, from: string | null, to: string): ChampionPointer {
  return {
    format: 'churn-champion',
    formatVersion: 1,
    revision,
    action: 'promote',
    modelSha256: model(to),
    run: 'r',
    promotedAt: '2024-06-02T08:30:00.000Z',
    promotedBy: 'test',
    previousModelSha256: from === null ? null : model(from),
    reason: 'test',
    evaluationSha256: model('e'),
  };
}

const first = pointer(1, null, 'a');
const second = pointer(2, 'a', 'b');
const entries = (...pointers: ChampionPointer[]): JournalEntry[] => pointers.map(journalEntryOf);

test.each<[string, ChampionPointer | undefined, JournalEntry[]]>([
  ['nothing yet', undefined, []],
  ['every change', second, entries(first, second)],
  ['all but the last, as a crash leaves it', second, entries(first)],
  ['none of one change', first, []],
])('a history with %s is whole', (_what, champion, journal) => {
  expect(verifyHistory(champion, journal)).toEqual([]);
});

test.each<[string, ChampionPointer | undefined, JournalEntry[], string]>([
  ['the pointer', undefined, entries(first), 'the pointer names none'],
  [
    'a change in the middle',
    pointer(3, 'b', 'c'),
    entries(first, pointer(3, 'b', 'c')),
    'to make revision 2, it made 3',
  ],
  ['two changes at the end', pointer(3, 'b', 'c'), entries(first), `names ${model('c')} at revision 3`],
  [
    'the last change of the pointer',
    first,
    entries(first, second),
    `the journal's end, ${model('b')} at revision 2`,
  ],
])('a history without %s is not', (_what, champion, journal, problem) => {
  expect(verifyHistory(champion, journal)).toContainEqual(expect.stringContaining(problem));
});
