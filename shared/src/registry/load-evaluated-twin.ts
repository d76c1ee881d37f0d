import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArtifactLayout } from '../artifacts/artifact-layout.ts';
import { type ModelDocument, parseModelDocument } from '../artifacts/model-document.ts';
import { loadModel } from '../models/load-model.ts';
import type { Model } from '../models/model.ts';
import { loadRegisteredModel } from './load-registered-model.ts';
import { evaluatedModelFileName } from './manifest.ts';

/** The model that was measured before a model was registered: itself, where it was not fitted again after that. */
export interface EvaluatedTwin {
  readonly sha256: string;
  readonly document: ModelDocument;
  /** Calibrated. */
  readonly model: Model;
}

/**
 * Loads the measured twin of a registered model, for comparisons on rows that the registered one may have learned from.
 * Either of them damaged is refused (exit 2).
 */
export async function loadEvaluatedTwin(
  layout: ArtifactLayout,
  registeredSha256: string,
): Promise<EvaluatedTwin> {
  const registered = await loadRegisteredModel(layout, registeredSha256);
  const { evaluatedModelSha256: sha256 } = registered.document.training;
  if (sha256 === undefined) return registered;
  const path = join(layout.registeredModel(registeredSha256), evaluatedModelFileName);
  const document = parseModelDocument(await readFile(path, 'utf8'), path);
  return { sha256, document, model: loadModel(document) };
}
