import { readdir } from 'node:fs/promises';
import type { ArtifactLayout } from '../artifacts/artifact-layout.ts';
import { ChurnError } from '../platform/churn-error.ts';
import { sha256Schema } from '../schema/sha256-schema.ts';
import { loadRegisteredModel, type RegisteredModel } from './load-registered-model.ts';

export type ListedModel = RegisteredModel | { readonly sha256: string; readonly failure: string };

/** Every model of the registry, by its SHA-256; or why it cannot be loaded. */
export async function listRegisteredModels(layout: ArtifactLayout): Promise<readonly ListedModel[]> {
  const names = await readdir(layout.registeredModels).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const ids = names.filter((name) => sha256Schema.safeParse(name).success).sort();
  const models: ListedModel[] = [];
  for (const sha256 of ids) {
    models.push(
      await loadRegisteredModel(layout, sha256).catch((error: unknown) => {
        if (!(error instanceof ChurnError)) throw error;
        return { sha256, failure: error.message };
      }),
    );
  }
  return models;
}
