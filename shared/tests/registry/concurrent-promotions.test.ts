import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../../src/platform/sha256.ts';
import { readChampionPointer } from '../../src/registry/champion-pointer.ts';
import { readJournal } from '../../src/registry/journal.ts';
import { smallModel } from './small-model.ts';
import { startWriter, type Writer } from './start-writer.ts';
import { type TestRegistry, testRegistry } from './test-registry.ts';

async function twoWriters(registry: TestRegistry, promotions: number, expectedRevision: number | null) {
  const { dataDirectory } = registry.layout;
  const contents = await Promise.all([smallModel(1, 'first'), smallModel(2, 'second')]);
  const writers: Writer[] = [];
  for (const [index, content] of contents.entries()) {
    const contentPath = join(dataDirectory, `${index}.json`);
    await writeFile(contentPath, JSON.stringify(content));
    writers.push(
      await startWriter({ dataDirectory, contentPath, promotions, expectedRevision, killBeforeCall: null }),
    );
  }
  const reports = await Promise.all(writers.map((writer) => writer.go()));
  return {
    reports: reports.map((report) => report!),
    ids: contents.map(({ modelText }) => sha256(modelText)),
  };
}

test('of two processes that decided at the same revision one promotes and the other is refused', async () => {
  await using registry = await testRegistry();
  const { reports, ids } = await twoWriters(registry, 1, 0);
  const winner = reports.findIndex(({ revisions }) => revisions.length === 1);
  expect(reports[winner]).toMatchObject({ revisions: [1] });
  expect(reports[1 - winner]).toMatchObject({ revisions: [], code: 'champion-changed' });
  expect(await readChampionPointer(registry.layout)).toMatchObject({ revision: 1, modelSha256: ids[winner] });
  expect(await readJournal(registry.layout)).toMatchObject([{ revision: 1, from: null, to: ids[winner] }]);
});

test('two processes that promote again and again lose no change, and the journal tells each once', async () => {
  await using registry = await testRegistry();
  const { reports } = await twoWriters(registry, 15, null);
  const revisions = reports.flatMap((report) => report.revisions).sort((a, b) => a - b);
  expect(revisions).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  const journal = await readJournal(registry.layout);
  expect(journal.map(({ revision }) => revision)).toEqual(revisions);
  for (const [index, { from }] of journal.entries()) expect(from).toBe(journal[index - 1]?.to ?? null);
  expect(await registry.unfinished()).toEqual([]);
});
