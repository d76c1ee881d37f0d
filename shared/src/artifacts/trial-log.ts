import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { canonicalJson } from '../platform/canonical-json.ts';
import { syncToDisk } from '../platform/sync-to-disk.ts';
import { hyperparametersSchema } from './model-document.ts';
import { rungSchema, scoresSchema } from './search-history.ts';

const entrySchema = z.strictObject({
  rung: rungSchema,
  tried: hyperparametersSchema,
  scores: scoresSchema,
  /** As the fits of the trial settled them. */
  settled: hyperparametersSchema,
});

/** One ended trial on one rung. */
export type TrialEntry = Readonly<z.infer<typeof entrySchema>>;

/**
 * The ended trials of a search that has not come to its end, one JSON line each: what a killed search need not compute
 * again. Appended and synced trial by trial. A line that a kill has torn is skipped, and the next one begins on a new line.
 */
export class TrialLog {
  readonly #path: string;
  readonly #known: Map<string, TrialEntry>;
  #appended: Promise<void> = Promise.resolve();
  #endsInLine: boolean;

  private constructor(path: string, text: string) {
    this.#path = path;
    this.#known = new Map(text.split('\n').flatMap(entriesOf));
    this.#endsInLine = text !== '' && !text.endsWith('\n');
  }

  /** Reads what an earlier process has left at `path`; makes the file where there is none. */
  static async open(path: string): Promise<TrialLog> {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, 'a');
    await file.close();
    await syncToDisk(dirname(path));
    return new TrialLog(path, await readFile(path, 'utf8'));
  }

  /** Number of trials that ended before. */
  get size(): number {
    return this.#known.size;
  }

  recall(trial: Pick<TrialEntry, 'rung' | 'tried'>): TrialEntry | undefined {
    return this.#known.get(keyOf(trial));
  }

  /** Resolves when the entry would survive a loss of power. */
  keep(entry: TrialEntry): Promise<void> {
    this.#appended = this.#appended.then(() => this.#append(entry));
    return this.#appended;
  }

  async #append(entry: TrialEntry): Promise<void> {
    const file = await open(this.#path, 'a');
    try {
      await file.appendFile(`${this.#endsInLine ? '\n' : ''}${canonicalJson(entry)}\n`);
      await file.datasync();
    } finally {
      await file.close();
    }
    this.#endsInLine = false;
    this.#known.set(keyOf(entry), entry);
  }
}

function entriesOf(line: string): [string, TrialEntry][] {
  try {
    const entry = entrySchema.parse(JSON.parse(line));
    return [[keyOf(entry), entry]];
  } catch {
    return [];
  }
}

function keyOf({ rung, tried }: Pick<TrialEntry, 'rung' | 'tried'>): string {
  return canonicalJson({ rung, tried });
}

/** Longer than any search is worth resuming. */
const abandonedAfterMs = 7 * 24 * 3_600_000;

/** Removes the log of an ended search, and those beside it that nobody has written for a week before its last trial. */
export async function removeTrialLogs(path: string): Promise<void> {
  const lastWritten = await writtenAtMs(path);
  if (lastWritten === undefined) return;
  for (const name of await readdir(dirname(path))) {
    const other = join(dirname(path), name);
    const written = await writtenAtMs(other);
    if (written !== undefined && written < lastWritten - abandonedAfterMs) await rm(other, { force: true });
  }
  await rm(path, { force: true });
}

async function writtenAtMs(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => undefined,
  );
}
