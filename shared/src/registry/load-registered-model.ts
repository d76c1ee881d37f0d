import { join } from 'node:path';
import type { ArtifactLayout } from '../artifacts/artifact-layout.ts';
import { type ModelDocument, parseModelDocument } from '../artifacts/model-document.ts';
import { parseDocument } from '../artifacts/parse-document.ts';
import { type ModelReference, modelReferenceSchema } from '../drift/distribution.ts';
import { loadModel } from '../models/load-model.ts';
import type { Model } from '../models/model.ts';
import { badInput } from '../platform/churn-error.ts';
import { sha256 as sha256Of } from '../platform/sha256.ts';
import { sha256Schema } from '../schema/sha256-schema.ts';
import { type GoldenRows, parseGoldenRows } from './golden-rows.ts';
import { evaluatedModelFileName, type ModelFileName } from './manifest.ts';
import { type ModelMetrics, parseModelMetrics } from './model-metrics.ts';
import { readVerifiedFiles } from './read-verified-files.ts';
import { requireGoldenRows } from './require-golden-rows.ts';

/** A registered model that was found whole, has loaded, and has repeated its golden rows. */
export interface RegisteredModel {
  readonly sha256: string;
  readonly document: ModelDocument;
  /** Calibrated. */
  readonly model: Model;
  readonly metrics: ModelMetrics;
  /** Of the rows it was trained on, to compare later ones with. */
  readonly reference: ModelReference;
  readonly golden: GoldenRows;
}

/**
 * Loads a model of the registry for scoring: every hash checked, every document parsed, the golden rows repeated bit for
 * bit. Needs neither a native library nor a database. Anything wrong is refused (exit 2) with the reason.
 */
export async function loadRegisteredModel(layout: ArtifactLayout, sha256: string): Promise<RegisteredModel> {
  if (!sha256Schema.safeParse(sha256).success) {
    throw badInput(
      'bad-model-id',
      `expected the SHA-256 of a model as 64 lower-case hexadecimal digits, got "${sha256}"`,
    );
  }
  return loadModelFolder(layout.registeredModel(sha256), sha256);
}

/** The same for a folder that may not have its final name yet. */
export async function loadModelFolder(folder: string, modelSha256: string): Promise<RegisteredModel> {
  const texts = await readVerifiedFiles(folder, modelSha256);
  const path = (name: ModelFileName) => join(folder, name);
  const document = parseModelDocument(texts['model.json'], path('model.json'));
  requireEvaluatedModel(document, texts[evaluatedModelFileName], folder);
  const golden = parseGoldenRows(texts['golden.json'], path('golden.json'));
  const model = loadModel(document);
  requireGoldenRows(model, document.featureNames, golden, path('golden.json'));
  return Object.freeze({
    sha256: modelSha256,
    document,
    model,
    metrics: parseModelMetrics(texts['metrics.json'], path('metrics.json')),
    reference: parseDocument(
      modelReferenceSchema,
      'reference',
      texts['reference.json'],
      path('reference.json'),
    ),
    golden,
  });
}

/** Refuses (exit 2) a model that was fitted again after it was measured, without the one that was. */
function requireEvaluatedModel(
  { training: { evaluatedModelSha256 } }: ModelDocument,
  text: string | undefined,
  folder: string,
): void {
  const found = text === undefined ? undefined : sha256Of(text);
  if (found === evaluatedModelSha256) return;
  throw badInput(
    'model-damaged',
    `expected ${join(folder, evaluatedModelFileName)} to be ${evaluatedModelSha256 ?? 'absent'}, as model.json says; it is ${found ?? 'absent'}`,
  );
}
