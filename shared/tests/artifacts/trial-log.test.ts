import { appendFile, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeTrialLogs, type TrialEntry, TrialLog } from '../../src/artifacts/trial-log.ts';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'churn-trials-'));
  path = join(folder, 'trials', 'key.ndjson');
});

afterEach(() => rm(folder, { recursive: true }));

function entryOf(ridge: number, rows = 3_000): TrialEntry {
  return {
    rung: { folds: 1, rows, judged: 1_000 },
    tried: { ridge },
    scores: { logLoss: 0.1 + 0.2 + ridge, rocAuc: 0.81 },
    settled: { ridge, rounds: 37 },
  };
}

test('what was kept is recalled by the next process, to the last digit', async () => {
  const log = await TrialLog.open(path);
  await Promise.all([log.keep(entryOf(0.1)), log.keep(entryOf(0.2))]);
  const next = await TrialLog.open(path);
  expect(next.size).toBe(2);
  expect(next.recall(entryOf(0.2))).toEqual(entryOf(0.2));
});

test('the same settings on another rung are another trial', async () => {
  const log = await TrialLog.open(path);
  await log.keep(entryOf(0.1));
  expect(log.recall(entryOf(0.1, 6_000))).toBeUndefined();
});

test.each([1, 20, 60])(
  'a last line torn after %i characters is skipped, and what follows is kept',
  async (length) => {
    const log = await TrialLog.open(path);
    await log.keep(entryOf(0.1));
    const [line] = (await readFile(path, 'utf8')).split('\n');
    await appendFile(path, line!.slice(0, length));
    const next = await TrialLog.open(path);
    expect(next.size).toBe(1);
    await next.keep(entryOf(0.2));
    await next.keep(entryOf(0.3));
    const last = await TrialLog.open(path);
    expect([0.1, 0.2, 0.3].map((ridge) => last.recall(entryOf(ridge)))).toEqual(
      [0.1, 0.2, 0.3].map((ridge) => entryOf(ridge)),
    );
  },
);

test('the log of an ended search goes, with those that nobody has written for a week', async () => {
  const log = await TrialLog.open(path);
  await log.keep(entryOf(0.1));
  for (const [name, days] of [
    ['fresh', 6],
    ['abandoned', 8],
  ] as const) {
    const other = join(folder, 'trials', `${name}.ndjson`);
    await writeFile(other, '');
    const written = new Date(Date.now() - days * 24 * 3_600_000);
    await utimes(other, written, written);
  }
  await removeTrialLogs(path);
  expect(await readdir(join(folder, 'trials'))).toEqual(['fresh.ndjson']);
});

test('a log that was never begun need not be removed', async () => {
  await expect(removeTrialLogs(path)).resolves.toBeUndefined();
});
