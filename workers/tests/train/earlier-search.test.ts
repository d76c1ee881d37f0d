import { copyFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { ArtifactStore } from '@churn/shared/artifacts/artifact-store';
import type { SearchRecord } from '@churn/shared/artifacts/search-record';
import { createLogger, type Logger } from '@churn/shared/platform/logger';
import {
  findEarlierSearch,
  readSearchRecord,
  rememberMetSearch,
  rememberSearch,
} from '../../src/train/earlier-search.ts';

let folder: string;
let logged: PassThrough;
let stored: { readonly layout: ArtifactLayout; readonly store: ArtifactStore; readonly logger: Logger };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'churn-earlier-search-'));
  const layout = new ArtifactLayout(folder);
  logged = new PassThrough();
  const logger = createLogger({ stream: logged, level: 'info', forTerminal: false, fields: {} });
  stored = { layout, store: new ArtifactStore(layout), logger };
});

afterEach(() => rm(folder, { recursive: true }));

const settings = { maxDepth: 4, minimumRowsToSplit: 20, priorRows: 5 };

function recordOf(run: string, split: 'hash' | 'forward' = 'hash'): SearchRecord {
  return {
    format: 'churn-search-record',
    formatVersion: 1,
    run,
    searchSha256: 'a'.repeat(64),
    question: {
      family: 'decision-tree',
      featureListHash: 'f',
      labelling: { mode: 'flag', horizonDays: 90, lookbackDays: 180 },
      split,
    },
    learnable: { rows: 1_000, churned: 200 },
    tried: settings,
    settled: settings,
  };
}

const { question } = recordOf('any');

async function runFoundBy(work: string): Promise<string | null> {
  const artifact = await findEarlierSearch(stored, question, work);
  return artifact === null ? null : (await readSearchRecord(stored, [artifact]))!.run;
}

test('the last search of a question is found, those of others are not', async () => {
  await rememberSearch(stored, recordOf('r1'));
  await rememberSearch(stored, recordOf('r2'));
  await rememberSearch(stored, recordOf('r3', 'forward'));
  expect(await runFoundBy('work')).toBe('r2');
});

test('work that has met a search, or none, goes on meeting it', async () => {
  await rememberMetSearch(stored, 'first', null);
  await rememberSearch(stored, recordOf('r1'));
  await rememberMetSearch(stored, 'second', await findEarlierSearch(stored, question, 'second'));
  await rememberSearch(stored, recordOf('r2'));
  expect([await runFoundBy('first'), await runFoundBy('second'), await runFoundBy('third')]).toEqual([
    null,
    'r1',
    'r2',
  ]);
});

test.each([
  ['record whose bytes have changed', 'searches'],
  ['pointer that was torn', join('searches', 'latest')],
])('a %s is no search to take over', async (_what, place) => {
  await rememberSearch(stored, recordOf('r1'));
  const [file] = (await readdir(join(folder, place))).filter((name) => name.endsWith('.json'));
  await writeFile(join(folder, place, file!), '{"record":');
  expect(await findEarlierSearch(stored, question, 'work')).toBeNull();
});

test.each<[string, Partial<SearchRecord>]>([
  ['settings of another family', { settled: { ridge: 1 } }],
  ['a setting less than the family has now', { tried: { maxDepth: 4, priorRows: 5 } }],
  ['an answer to another question', { question: { ...question, featureListHash: 'g' } }],
])('a record with %s is no search to take over', async (_what, other) => {
  await rememberSearch(stored, recordOf('r1'));
  const latest = join(folder, 'searches', 'latest');
  const [pointer] = await readdir(latest);
  await rememberSearch(stored, { ...recordOf('r2'), ...other });
  const [added] = (await readdir(latest)).filter((name) => name !== pointer);
  if (added !== undefined) await copyFile(join(latest, added), join(latest, pointer!));
  expect(await findEarlierSearch(stored, question, 'work')).toBeNull();
});

test.each([
  ['a number beyond its range', { ...settings, maxDepth: -5 }],
  ['a text for a number', { ...settings, priorRows: 'x' }],
  ['part of a whole number', { ...settings, minimumRowsToSplit: 20.5 }],
])('a record with %s is no search to take over, and that is told', async (_what, wrong) => {
  for (const part of ['tried', 'settled']) {
    await rememberSearch(stored, { ...recordOf('r1'), [part]: wrong });
    expect(await findEarlierSearch(stored, question, 'work')).toBeNull();
    const entry = JSON.parse(String(logged.read())) as Record<string, unknown>;
    expect(entry).toMatchObject({ level: 'warn', family: 'decision-tree', settings: wrong });
  }
});
