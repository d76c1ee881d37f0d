import { appendFile, cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArtifactLayout } from '../../src/artifacts/artifact-layout.ts';
import { sha256 } from '../../src/platform/sha256.ts';
import { readChampionPointer } from '../../src/registry/champion-pointer.ts';
import { readJournal } from '../../src/registry/journal.ts';
import { loadRegisteredModel } from '../../src/registry/load-registered-model.ts';
import { type ModelContent, registerModel } from '../../src/registry/register-model.ts';
import { settleRegistry } from '../../src/registry/registry-state.ts';
import { smallModel } from './small-model.ts';
import { startWriter } from './start-writer.ts';
import { actor, actorAfterCrash, type TestRegistry, testRegistry } from './test-registry.ts';

let first: ModelContent;
let second: ModelContent;
let base: TestRegistry;
let contentPath: string;

const idOf = (content: ModelContent) => sha256(content.modelText);

/** A registry whose champion is the first model. */
beforeAll(async () => {
  [first, second] = await Promise.all([smallModel(1, 'first'), smallModel(2, 'second')]);
  base = await testRegistry();
  await registerModel(base.layout, first, actor);
  await base.promote(idOf(first), 0);
  contentPath = join(base.layout.dataDirectory, 'second.json');
  await writeFile(contentPath, JSON.stringify(second));
});

afterAll(() => base[Symbol.asyncDispose]());

async function copyOfBase(): Promise<TestRegistry> {
  const copy = await testRegistry();
  await cp(base.layout.dataDirectory, copy.layout.dataDirectory, { recursive: true });
  return copy;
}

async function requireWholeJournal(layout: ArtifactLayout): Promise<void> {
  const journal = await readJournal(layout);
  const pointer = await readChampionPointer(layout);
  expect(journal.map(({ revision }) => revision)).toEqual(journal.map((_, index) => index + 1));
  expect(journal.at(-1)).toMatchObject({ revision: pointer!.revision, to: pointer!.modelSha256 });
  for (const [index, { from }] of journal.entries()) expect(from).toBe(journal[index - 1]?.to ?? null);
}

/** Kills a promotion before its n-th change of the disk, and looks at what is left. Null once it was not killed any more. */
async function killedPromotion(call: number): Promise<'old' | 'new' | null> {
  await using registry = await copyOfBase();
  const { layout } = registry;
  const { dataDirectory } = layout;
  const job = { dataDirectory, contentPath, promotions: 1, expectedRevision: 1, killBeforeCall: call };
  const report = await (await startWriter(job)).go();

  const pointer = (await readChampionPointer(layout))!;
  expect([idOf(first), idOf(second)]).toContain(pointer.modelSha256);
  await loadRegisteredModel(layout, pointer.modelSha256);
  if (report !== null) {
    expect(report.revisions).toEqual([2]);
    return null;
  }
  const { revision } = await settleRegistry(layout, actorAfterCrash);
  await requireWholeJournal(layout);
  expect(revision).toBe(pointer.revision);
  await registerModel(layout, second, actorAfterCrash);
  await registry.promote(idOf(second), revision, {}, actorAfterCrash);
  await requireWholeJournal(layout);
  expect(await registry.unfinished()).toEqual([]);
  return pointer.modelSha256 === idOf(first) ? 'old' : 'new';
}

test('killed at any point, a promotion leaves the old champion or the new, and the next one makes all whole', async () => {
  const left: string[] = [];
  for (let call = 1; ; call += 1) {
    const champion = await killedPromotion(call);
    if (champion === null) break;
    left.push(champion);
  }
  expect(left.length).toBeGreaterThan(15);
  const commit = left.indexOf('new');
  expect(commit).toBeGreaterThan(0);
  expect(left.slice(commit)).toEqual(left.slice(commit).fill('new'));
});

test('a journal line cut by a crash is replaced by the whole one', async () => {
  await using registry = await copyOfBase();
  const { layout } = registry;
  await registerModel(layout, second, actor);
  await registry.promote(idOf(second), 1);
  const whole = await readFile(layout.registryJournal, 'utf8');
  const [line] = whole.split('\n');
  await writeFile(layout.registryJournal, whole.slice(0, line!.length + 40));
  expect(await readJournal(layout)).toHaveLength(1);
  await settleRegistry(layout, actor);
  expect(await readFile(layout.registryJournal, 'utf8')).toBe(whole);
});

test('a cut line behind a journal that has every change is cut off by the next change', async () => {
  await using registry = await copyOfBase();
  const { layout } = registry;
  await appendFile(layout.registryJournal, '{"revision":7,"act');
  await registerModel(layout, second, actor);
  await registry.promote(idOf(second), 1);
  await requireWholeJournal(layout);
});
