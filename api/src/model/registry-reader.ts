import { readdir } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { ChurnError } from '@churn/shared/platform/churn-error';
import { fileSystemProblem } from '@churn/shared/platform/file-system-problem';
import { loadRegisteredModel } from '@churn/shared/registry/load-registered-model';
import { sha256Schema } from '@churn/shared/schema/sha256-schema';
import { type ModelFacts, modelFacts, type RegisteredModels, type UnreadableModel } from './models-answer.ts';

/**
 * Reads the models of the registry. Their files never change, so that each is loaded and verified once, and others have
 * their turn between two. What does not load is tried again, since its files may still be on their way.
 */
export class RegistryReader {
  readonly #layout: ArtifactLayout;
  readonly #known = new Map<string, ModelFacts>();
  #reading: Promise<RegisteredModels> | undefined;

  constructor(layout: ArtifactLayout) {
    this.#layout = layout;
  }

  /** Who asks while a reading is under way gets what it finds. */
  read(): Promise<RegisteredModels> {
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #read(): Promise<RegisteredModels> {
    const names = await readdir(this.#layout.registeredModels).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    const present = names.filter((name) => sha256Schema.safeParse(name).success).sort();
    const models = new Map<string, ModelFacts | UnreadableModel>();
    for (const sha256 of present) models.set(sha256, this.#known.get(sha256) ?? (await this.#load(sha256)));
    for (const sha256 of this.#known.keys()) if (!models.has(sha256)) this.#known.delete(sha256);
    return models;
  }

  async #load(sha256: string): Promise<ModelFacts | UnreadableModel> {
    await nextTurn();
    try {
      const facts = modelFacts(await loadRegisteredModel(this.#layout, sha256));
      this.#known.set(sha256, facts);
      return facts;
    } catch (error) {
      const known = error instanceof ChurnError ? error : fileSystemProblem(error);
      if (known === undefined) throw error;
      return { failure: known.code };
    }
  }
}
