import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { sha256 } from '../../src/platform/sha256.ts';
import { readChampionPointer } from '../../src/registry/champion-pointer.ts';
import { readJournal } from '../../src/registry/journal.ts';
import { previousChampion } from '../../src/registry/previous-champion.ts';
import { type ModelContent, registerModel } from '../../src/registry/register-model.ts';
import { requireKnownChampion, settleRegistry } from '../../src/registry/registry-state.ts';
import { smallModel } from './small-model.ts';
import { actor, type TestRegistry, testRegistry } from './test-registry.ts';

let contents: ModelContent[];
let a: string;
let b: string;
let registry: TestRegistry;

beforeAll(async () => {
  contents = await Promise.all([smallModel(1, 'first'), smallModel(2, 'second')]);
  [a, b] = contents.map(({ modelText }) => sha256(modelText)) as [string, string];
});

beforeEach(async () => {
  registry = await testRegistry();
  for (const content of contents) await registerModel(registry.layout, content, actor);
});

afterEach(() => registry[Symbol.asyncDispose]());

const state = () => settleRegistry(registry.layout, actor);

test('the first champion has revision 1 and nothing before it; the clock is the given one', async () => {
  expect(await readChampionPointer(registry.layout)).toBeUndefined();
  const pointer = await registry.promote(a, 0, { reason: 'first of all' });
  expect(await readChampionPointer(registry.layout)).toEqual(pointer);
  expect(pointer).toEqual({
    format: 'churn-champion',
    formatVersion: 1,
    revision: 1,
    action: 'promote',
    modelSha256: a,
    run: `run of ${a.slice(0, 4)}`,
    promotedAt: '2024-06-02T08:30:00.000Z',
    promotedBy: 'test',
    previousModelSha256: null,
    reason: 'first of all',
    evaluationSha256: 'e'.repeat(64),
  });
});

test('the journal tells who, when, from what to what, why, and by which evaluation', async () => {
  await registry.promote(a, 0);
  await registry.promote(b, 1, { reason: 'newer' });
  expect(await readJournal(registry.layout)).toMatchObject([
    { revision: 1, action: 'promote', from: null, to: a },
    {
      revision: 2,
      action: 'promote',
      at: '2024-06-02T08:30:00.000Z',
      by: 'test',
      from: a,
      to: b,
      reason: 'newer',
      run: `run of ${b.slice(0, 4)}`,
      evaluationSha256: 'e'.repeat(64),
    },
  ]);
});

test('a decision made at another revision is refused and changes nothing', async () => {
  await registry.promote(a, 0);
  const before = await readFile(registry.layout.championPointer, 'utf8');
  for (const revision of [0, 2]) {
    await expect(registry.promote(b, revision)).rejects.toMatchObject({
      code: 'champion-changed',
      exitCode: 3,
    });
  }
  expect(await readFile(registry.layout.championPointer, 'utf8')).toBe(before);
  expect(await readJournal(registry.layout)).toHaveLength(1);
});

test('a model that does not load never becomes champion', async () => {
  await registry.promote(a, 0);
  await appendFile(`${registry.layout.registeredModel(b)}/model.json`, ' ');
  await expect(registry.promote(b, 1)).rejects.toMatchObject({ code: 'model-damaged' });
  expect((await readChampionPointer(registry.layout))!.modelSha256).toBe(a);
});

test.each([
  ['torn', (text: string) => text.slice(0, 50), 'champion-unreadable'],
  ['empty', () => '', 'champion-unreadable'],
  ['of another format', (text: string) => text.replace('churn-champion', 'champion'), 'champion-invalid'],
])('a pointer that is %s is an error, not the absence of a champion', async (_what, change, code) => {
  await registry.promote(a, 0);
  const path = registry.layout.championPointer;
  await writeFile(path, change(await readFile(path, 'utf8')));
  await expect(readChampionPointer(registry.layout)).rejects.toMatchObject({ code, exitCode: 2 });
  await expect(registry.promote(b, 1)).rejects.toMatchObject({ code });
});

test('a pointer that has gone is not taken for a first promotion; revisions go on where they were', async () => {
  await registry.promote(a, 0);
  await registry.promote(b, 1);
  await rm(registry.layout.championPointer);
  const lost = await state();
  expect(() => requireKnownChampion(lost, registry.layout)).toThrow(`churn rollback --to ${b}`);
  await expect(registry.promote(a, 0)).rejects.toMatchObject({ code: 'champion-changed' });
  const pointer = await registry.promote(a, lost.revision);
  expect(pointer).toMatchObject({ revision: 3, previousModelSha256: b });
});

test('a damaged line of the journal is named', async () => {
  await registry.promote(a, 0);
  await appendFile(registry.layout.registryJournal, '{"revision":2}\n');
  await expect(state()).rejects.toMatchObject({
    code: 'journal-damaged',
    message: expect.stringContaining('journal.ndjson line 2'),
  });
});

test('going back twice goes two steps back', async () => {
  const c = a;
  await registry.promote(b, 0);
  await registry.promote(c, 1);
  expect(previousChampion(await state())).toBe(b);
  await registry.promote(b, 2, { action: 'rollback' });
  expect(previousChampion(await state())).toBeNull();
});

test.each(['promote', 'rollback'] as const)(
  'a champion that came by %s and was promoted in its own place goes back to the model before it',
  async (action) => {
    await registry.promote(a, 0);
    await registry.promote(b, 1, { action });
    await registry.promote(b, 2);
    await registry.promote(b, 3);
    expect(previousChampion(await state())).toBe(a);
    await registry.promote(a, 4, { action: 'rollback' });
    await registry.promote(a, 5);
    expect(previousChampion(await state())).toBeNull();
  },
);
