import { readdir } from 'node:fs/promises';
import { findStageResult, outputOf } from '@churn/shared/artifacts/find-stage-result';
import { type ModelDocument, parseModelDocument } from '@churn/shared/artifacts/model-document';
import { parseSearchHistory, type SearchHistory } from '@churn/shared/artifacts/search-history';
import { loadModel } from '@churn/shared/models/load-model';
import type { Model } from '@churn/shared/models/model';
import { canonicalJson } from '@churn/shared/platform/canonical-json';
import { badInput } from '@churn/shared/platform/churn-error';
import type { Campaign } from '@churn/shared/schema/campaign';
import { modelFamilyNames } from '@churn/shared/schema/model-family-name';
import type { Artifact } from '@churn/shared/schema/stage-result';
import type { StageContext } from '../stage/stage.ts';

/** A model that a run has trained, with the history of its search. */
export interface CandidateModel {
  readonly artifact: Artifact;
  readonly document: ModelDocument;
  readonly model: Model;
  readonly search: SearchHistory;
}

/** Model and search of every family the run has trained, as inputs `model-<family>` and `search-<family>`. */
export async function findCandidates({ layout, run }: StageContext<unknown>): Promise<readonly Artifact[]> {
  const parts = await readdir(layout.stageDirectory(run, 'train')).catch((): string[] => []);
  const families = modelFamilyNames.filter((family) => parts.includes(family));
  if (families.length === 0) {
    throw badInput(
      'stage-not-run',
      `expected run "${run}" to have trained a model family, found none: run churn train first`,
    );
  }
  const found = await Promise.all(
    families.map(async (family) => {
      const trained = await findStageResult(layout, run, 'train', family);
      return ['model', 'search'].map((role) => ({ ...outputOf(trained, role), role: `${role}-${family}` }));
    }),
  );
  return found.flat();
}

/** Verifies, parses and loads the candidates among the inputs. */
export async function loadCandidates(
  { store }: StageContext<unknown>,
  inputs: readonly Artifact[],
): Promise<readonly CandidateModel[]> {
  const read = async (artifact: Artifact) => {
    await store.verify(artifact);
    return store.readText(artifact);
  };
  const candidates: CandidateModel[] = [];
  for (const family of modelFamilyNames) {
    const artifact = inputs.find(({ role }) => role === `model-${family}`);
    const search = inputs.find(({ role }) => role === `search-${family}`);
    if (artifact === undefined || search === undefined) continue;
    const document = parseModelDocument(await read(artifact), artifact.path);
    candidates.push({
      artifact,
      document,
      model: loadModel(document),
      search: parseSearchHistory(await read(search), search.path),
    });
  }
  return candidates;
}

/**
 * Refuses (exit 2) a model of another feature list, whose columns mean something else, and one of another feature table
 * than the one it is to be measured on: it may have learned from rows that are test rows now.
 */
export function requireTrainedOn(
  models: readonly CandidateModel[],
  features: Artifact,
  featureListHash: string,
): void {
  for (const { document } of models) {
    if (document.featureListHash !== featureListHash) {
      throw badInput(
        'feature-list-differs',
        `expected ${document.family} to be fitted on feature list ${featureListHash}, it was fitted on ` +
          `${document.featureListHash}: run churn featurize and train again`,
      );
    }
    const { featuresSha256 } = document.training;
    if (featuresSha256 === features.sha256) continue;
    throw badInput(
      'candidate-outdated',
      `expected ${document.family} to be trained on the features ${features.sha256.slice(0, 12)} of this run, it was trained on ` +
        `${featuresSha256.slice(0, 12)}: run churn train --family ${document.family} again`,
    );
  }
}

/** Profits can only be compared for one campaign; refused (exit 2) where families were trained for different ones. */
export function requireOneCampaign(models: readonly CandidateModel[]): Campaign {
  const { campaign } = models[0]!.document;
  const other = models.find(({ document }) => canonicalJson(document.campaign) !== canonicalJson(campaign));
  if (other === undefined) return campaign;
  throw badInput(
    'campaigns-differ',
    `expected all families to be trained for one campaign, got ${canonicalJson(campaign)} for ` +
      `${models[0]!.document.family} and ${canonicalJson(other.document.campaign)} for ${other.document.family}`,
  );
}
