import { lstat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArtifactLayout } from '../artifacts/artifact-layout.ts';
import { parseModelDocument } from '../artifacts/model-document.ts';
import type { ModelReference } from '../drift/distribution.ts';
import { canonicalJson } from '../platform/canonical-json.ts';
import { badInput, ChurnError } from '../platform/churn-error.ts';
import { sha256 } from '../platform/sha256.ts';
import { writeFolderAtomically } from '../platform/write-atomically.ts';
import type { GoldenRows } from './golden-rows.ts';
import { loadModelFolder, loadRegisteredModel, type RegisteredModel } from './load-registered-model.ts';
import {
  evaluatedModelFileName,
  type Manifest,
  manifestFileName,
  modelFileNames,
  type RegisteredFileName,
} from './manifest.ts';
import { modelCard } from './model-card.ts';
import type { ModelMetrics } from './model-metrics.ts';
import { type RegistryActor, withRegistryLock } from './registry-lock.ts';
import { removeUnfinished } from './remove-unfinished.ts';

export interface ModelContent {
  /** Bytes of the model document; their SHA-256 names the model. */
  readonly modelText: string;
  /** Bytes of the model that was measured, where this one was fitted again after that. */
  readonly evaluatedModelText?: string;
  readonly metrics: ModelMetrics;
  readonly reference: ModelReference;
  readonly golden: GoldenRows;
}

/**
 * Adds a model to the registry, without making it the champion. The folder is built and tested under a temporary name and
 * appears whole. A model that is there already stays as it is.
 */
export async function registerModel(
  layout: ArtifactLayout,
  content: ModelContent,
  actor: RegistryActor,
): Promise<RegisteredModel> {
  const modelSha256 = sha256(content.modelText);
  const folder = layout.registeredModel(modelSha256);
  return withRegistryLock(layout, actor, async () => {
    await removeUnfinished(layout.registeredModels);
    const registered = await lstat(folder).catch(() => undefined);
    if (registered === undefined) {
      const files = filesOf(content, modelSha256);
      await writeFolderAtomically(folder, async (temporaryFolder) => {
        for (const [name, text] of files) await writeFile(join(temporaryFolder, name), text);
        const manifest = `${canonicalJson(manifestOf(files, modelSha256))}\n`;
        await writeFile(join(temporaryFolder, manifestFileName), manifest);
        await loadModelFolder(temporaryFolder, modelSha256);
      });
    }
    return loadRegisteredModel(layout, modelSha256).catch((error: unknown) => {
      throw error instanceof ChurnError ? withWayOut(error, folder) : error;
    });
  });
}

/** Nobody but the user may take away what is registered, damaged or not. */
function withWayOut({ code, message, details }: ChurnError, folder: string): ChurnError {
  const wayOut = `restore ${folder} from a backup, or remove it and promote again`;
  return badInput(code, `${message}: ${wayOut}`, details);
}

/** In the order of the manifest. */
function filesOf(content: ModelContent, modelSha256: string): ReadonlyMap<RegisteredFileName, string> {
  const { modelText, evaluatedModelText, metrics, reference, golden } = content;
  const document = parseModelDocument(modelText, `model ${modelSha256}`);
  const texts = {
    'model.json': modelText,
    'metrics.json': `${canonicalJson(metrics)}\n`,
    'reference.json': `${canonicalJson(reference)}\n`,
    'golden.json': `${canonicalJson(golden)}\n`,
    'model-card.md': modelCard(modelSha256, document, metrics),
  };
  const files = new Map<RegisteredFileName, string>(modelFileNames.map((name) => [name, texts[name]]));
  return evaluatedModelText === undefined ? files : files.set(evaluatedModelFileName, evaluatedModelText);
}

function manifestOf(files: ReadonlyMap<RegisteredFileName, string>, modelSha256: string): Manifest {
  return {
    format: 'churn-registered-model',
    formatVersion: 1,
    modelSha256,
    files: Array.from(files, ([name, text]) => ({
      name,
      sha256: sha256(text),
      bytes: Buffer.byteLength(text),
    })),
  };
}
