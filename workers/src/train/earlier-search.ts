import { readFile, writeFile } from 'node:fs/promises';
import type { DatasetDescription } from '@churn/shared/artifacts/dataset-description';
import { parseSearchRecord, type SearchRecord } from '@churn/shared/artifacts/search-record';
import { modelFamilies } from '@churn/shared/models/model-families';
import { canonicalJson } from '@churn/shared/platform/canonical-json';
import { sha256 } from '@churn/shared/platform/sha256';
import { writeAtomically } from '@churn/shared/platform/write-atomically';
import type { ModelFamilyName } from '@churn/shared/schema/model-family-name';
import { type Artifact, artifactSchema } from '@churn/shared/schema/stage-result';
import { z } from 'zod';
import type { StageContext } from '../stage/stage.ts';

type Stored = Pick<StageContext<unknown>, 'layout' | 'store'>;
type Told = Stored & Pick<StageContext<unknown>, 'logger'>;

const pointerSchema = z.strictObject({ record: artifactSchema.nullable() });

/** What settings must have been searched for to suit. */
export function searchQuestion(
  family: ModelFamilyName,
  { featureListHash, labelling, split }: DatasetDescription,
): SearchRecord['question'] {
  return { family, featureListHash, labelling, split };
}

/**
 * Record of the last search of a question, null where there is none. `work` is the hash of all else that training depends
 * on. Work that was done before meets the record that it met then: were it its own one, or a later one, the same command
 * would never be answered from the cache. A record of settings that the family's search cannot come to is told and left out.
 */
export async function findEarlierSearch(
  { layout, store, logger }: Told,
  question: SearchRecord['question'],
  work: string,
): Promise<Artifact | null> {
  const pointer =
    (await readPointer(layout.searchMetBy(work))) ??
    (await readPointer(layout.latestSearch(sha256(canonicalJson(question)))));
  const artifact = pointer?.record ?? null;
  if (artifact === null) return null;
  // One that is gone, or of a format that this code does not know, is none.
  const record = await readSearchRecord({ store }, [artifact]).catch(() => null);
  if (record === null || canonicalJson(record.question) !== canonicalJson(question)) return null;
  const foreign = foreignSettings(record);
  if (foreign === undefined) return artifact;
  logger.warn('earlier search left out: its settings are not those that a search of the family comes to', {
    family: question.family,
    search: artifact.path,
    settings: foreign,
  });
  return null;
}

/** Those of the record's settings that have other names or values than a search of the family can come to. */
function foreignSettings({ question, tried, settled }: SearchRecord): SearchRecord['tried'] | undefined {
  if (question.family === 'blend') return settled;
  const { searchRange } = modelFamilies[question.family];
  return [tried, settled].find((settings) => !searchRange.safeParse(settings).success);
}

/** Keeps which record the work has met. */
export function rememberMetSearch({ layout }: Stored, work: string, met: Artifact | null): Promise<void> {
  return writePointer(layout.searchMetBy(work), met);
}

/** Makes an ended search the last one of its question. */
export async function rememberSearch({ layout, store }: Stored, record: SearchRecord): Promise<void> {
  const artifact = await store.addDocument({ folder: 'searches', role: 'earlier-search' }, record);
  await writePointer(layout.latestSearch(sha256(canonicalJson(record.question))), artifact);
}

export async function readSearchRecord(
  { store }: Pick<StageContext<unknown>, 'store'>,
  inputs: readonly Artifact[],
): Promise<SearchRecord | null> {
  const artifact = inputs.find(({ role }) => role === 'earlier-search');
  if (artifact === undefined) return null;
  await store.verify(artifact);
  return parseSearchRecord(await store.readText(artifact), artifact.path);
}

async function readPointer(path: string): Promise<z.infer<typeof pointerSchema> | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return pointerSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

async function writePointer(path: string, record: Artifact | null): Promise<void> {
  await writeAtomically(path, (temporaryPath) => writeFile(temporaryPath, `${canonicalJson({ record })}\n`));
}
