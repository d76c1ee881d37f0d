import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { canonicalJson } from '../platform/canonical-json.ts';
import { writeAtomically } from '../platform/write-atomically.ts';
import { modelFamilyNames } from '../schema/model-family-name.ts';
import { sha256Schema } from '../schema/sha256-schema.ts';
import { artifactSchema } from '../schema/stage-result.ts';
import type { ArtifactLayout } from './artifact-layout.ts';
import { parseDocument } from './parse-document.ts';

/** Which predictions `churn score` has made last, as of which day, and by which model. */
const latestPredictionsSchema = z.strictObject({
  format: z.literal('churn-latest-predictions'),
  formatVersion: z.literal(1),
  run: z.string(),
  /** `YYYY-MM-DD` */
  asOf: z.iso.date(),
  modelSha256: sha256Schema,
  family: z.enum(modelFamilyNames),
  featureListHash: z.string(),
  predictions: artifactSchema,
});

export type LatestPredictions = Readonly<z.infer<typeof latestPredictionsSchema>>;

/** Undefined where nothing was scored yet. */
export async function readLatestPredictions(layout: ArtifactLayout): Promise<LatestPredictions | undefined> {
  const path = layout.latestPredictions;
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined
    ? undefined
    : parseDocument(latestPredictionsSchema, 'latest-predictions', text, path);
}

export function writeLatestPredictions(layout: ArtifactLayout, latest: LatestPredictions): Promise<void> {
  const text = `${canonicalJson(latestPredictionsSchema.parse(latest))}\n`;
  return writeAtomically(layout.latestPredictions, (path) => writeFile(path, text));
}
