import type { ArtifactStore } from '@churn/shared/artifacts/artifact-store';
import type { ModelDocument } from '@churn/shared/artifacts/model-document';
import type { OutOfFoldDocument } from '@churn/shared/artifacts/out-of-fold';
import type { SearchHistory } from '@churn/shared/artifacts/search-history';
import { canonicalJson } from '@churn/shared/platform/canonical-json';
import type { Artifact } from '@churn/shared/schema/stage-result';

/** What a training leaves: the model, how its settings were found, and what it predicted out of fold. */
export async function storeTrainedModel(
  store: ArtifactStore,
  document: ModelDocument,
  history: SearchHistory,
  outOfFold: { readonly rows: ArrayLike<number>; readonly probabilities: ArrayLike<number> },
): Promise<readonly Artifact[]> {
  const predictions: OutOfFoldDocument = {
    format: 'churn-out-of-fold',
    formatVersion: 1,
    family: document.family,
    featuresSha256: document.training.featuresSha256,
    rows: Array.from(outOfFold.rows),
    probabilities: Array.from(outOfFold.probabilities),
  };
  const add = (role: string, content: unknown, rows?: number) =>
    store.addText({ folder: 'models', role, extension: 'json' }, `${canonicalJson(content)}\n`, rows);
  return [
    await add('model', document),
    await add('search', history),
    await add('out-of-fold', predictions, predictions.rows.length),
  ];
}
