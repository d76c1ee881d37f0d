import { join } from 'node:path';
import type { ArtifactLayout } from '../artifacts/artifact-layout.ts';
import { type ModelDocument, parseModelDocument } from '../artifacts/model-document.ts';
import { loadModel } from '../models/load-model.ts';
import type { Model } from '../models/model.ts';
import type { RegisteredModel } from './load-registered-model.ts';
import { evaluatedModelFileName } from './manifest.ts';
import { readVerifiedFiles } from './read-verified-files.ts';

/** The model that was measured before one was registered: itself, where that was not fitted again. */
export interface EvaluatedModel {
  readonly sha256: string;
  readonly document: ModelDocument;
  /** Calibrated. */
  readonly model: Model;
}

/** The evaluated model of a registered one; a damaged file is refused (exit 2). */
export async function loadEvaluatedModel(
  layout: ArtifactLayout,
  registered: RegisteredModel,
): Promise<EvaluatedModel> {
  const { evaluatedModelSha256: sha256 } = registered.document.training;
  if (sha256 === undefined) return registered;
  const folder = layout.registeredModel(registered.sha256);
  const texts = await readVerifiedFiles(folder, registered.sha256);
  // Registered with it: the loader refuses a model that lacks the one it was fitted again from.
  const document = parseModelDocument(texts[evaluatedModelFileName]!, join(folder, evaluatedModelFileName));
  return { sha256, document, model: loadModel(document) };
}
