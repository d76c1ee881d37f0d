import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { ArtifactLayout } from '../artifacts/artifact-layout.ts';
import { parseDocument } from '../artifacts/parse-document.ts';
import { sha256Schema } from '../schema/sha256-schema.ts';

/** Which registered model is the champion, by which change, and why. Everything that the journal says of that change is here. */
export const championPointerSchema = z.strictObject({
  format: z.literal('churn-champion'),
  formatVersion: z.literal(1),
  /** Grows by one with each change of the champion. */
  revision: z.number().int().positive(),
  action: z.enum(['promote', 'rollback']),
  modelSha256: sha256Schema,
  /** The run that trained the model. */
  run: z.string(),
  promotedAt: z.iso.datetime(),
  promotedBy: z.string(),
  /** The champion before; null where there was none. */
  previousModelSha256: sha256Schema.nullable(),
  reason: z.string(),
  /** The evaluation that spoke for the model. */
  evaluationSha256: sha256Schema,
});

export type ChampionPointer = Readonly<z.infer<typeof championPointerSchema>>;

/** Undefined where nothing was promoted yet; a pointer that cannot be read is refused (exit 2), never taken for none. */
export async function readChampionPointer(layout: ArtifactLayout): Promise<ChampionPointer | undefined> {
  const path = layout.championPointer;
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? undefined : parseDocument(championPointerSchema, 'champion', text, path);
}
