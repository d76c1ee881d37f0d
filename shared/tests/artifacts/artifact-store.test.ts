import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArtifactLayout } from '../../src/artifacts/artifact-layout.ts';
import { ArtifactStore } from '../../src/artifacts/artifact-store.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'churn-store-'));
});

afterEach(() => rm(folder, { recursive: true }));

test('equal documents are one file, in whatever order their keys were written', async () => {
  const store = new ArtifactStore(new ArtifactLayout(folder));
  const kind = { folder: 'models', role: 'model' } as const;
  const added = await store.addDocument(kind, { family: 'blend', parameters: { b: 2, a: [1, null] } });
  expect(added.path).toBe(`models/${added.sha256}.json`);
  expect(await store.readText(added)).toBe('{"family":"blend","parameters":{"a":[1,null],"b":2}}\n');
  const again = await store.addDocument(kind, { parameters: { a: [1, null], b: 2 }, family: 'blend' });
  expect(again).toEqual(added);
});
