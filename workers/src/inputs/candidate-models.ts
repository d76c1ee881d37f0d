import { readdir } from 'node:fs/promises';
import { findStageResult, outputOf } from '@churn/shared/artifacts/find-stage-result';
import { type ModelDocument, parseModelDocument } from '@churn/shared/artifacts/model-document';
import { type OutOfFoldDocument, parseOutOfFold } from '@churn/shared/artifacts/out-of-fold';
import { parseSearchHistory, type SearchHistory } from '@churn/shared/artifacts/search-history';
import { blendMembers } from '@churn/shared/models/blend-model';
import { loadModel } from '@churn/shared/models/load-model';
import type { Model } from '@churn/shared/models/model';
import { badInput } from '@churn/shared/platform/churn-error';
import type { Campaign } from '@churn/shared/schema/campaign';
import { type ModelFamilyName, modelFamilyNames } from '@churn/shared/schema/model-family-name';
import type { Artifact } from '@churn/shared/schema/stage-result';
import type { StageContext } from '../stage/stage.ts';
import { campaignDifferences } from './campaign-differences.ts';

/** A model that a run has trained, with the history of its search and its predictions out of fold. */
export interface CandidateModel {
  readonly artifact: Artifact;
  readonly document: ModelDocument;
  readonly model: Model;
  readonly search: SearchHistory;
  readonly outOfFold: OutOfFoldDocument;
}

const roles = ['model', 'search', 'out-of-fold'] as const;

/** What every one of the families that the run has trained has left, as inputs `model-<family>`, `search-<family>` and `out-of-fold-<family>`. */
export async function findCandidates(
  { layout, run }: StageContext<unknown>,
  among: readonly ModelFamilyName[],
): Promise<readonly Artifact[]> {
  const parts = await readdir(layout.stageDirectory(run, 'train')).catch((): string[] => []);
  const families = among.filter((family) => parts.includes(family));
  if (families.length === 0) {
    throw badInput(
      'stage-not-run',
      `expected run "${run}" to have trained a model family, found none: run churn train first`,
    );
  }
  const found = await Promise.all(
    families.map(async (family) => {
      const trained = await findStageResult(layout, run, 'train', family);
      return roles.map((role) => ({ ...outputOf(trained, role), role: `${role}-${family}` }));
    }),
  );
  return found.flat();
}

/** Verifies, parses and loads the candidates among the inputs. */
export async function loadCandidates(
  { store }: StageContext<unknown>,
  inputs: readonly Artifact[],
): Promise<readonly CandidateModel[]> {
  const find = (role: (typeof roles)[number], family: string) =>
    inputs.find((input) => input.role === `${role}-${family}`);
  const read = async <T>(artifact: Artifact, parse: (text: string, where: string) => T) => {
    await store.verify(artifact);
    return parse(await store.readText(artifact), artifact.path);
  };
  const candidates: CandidateModel[] = [];
  for (const family of modelFamilyNames) {
    const [artifact, search, outOfFold] = roles.map((role) => find(role, family));
    if (artifact === undefined || search === undefined || outOfFold === undefined) continue;
    const document = await read(artifact, parseModelDocument);
    candidates.push({
      artifact,
      document,
      model: loadModel(document),
      search: await read(search, parseSearchHistory),
      outOfFold: await read(outOfFold, parseOutOfFold),
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
  const [first, ...others] = models.map(({ document }) => document);
  for (const { family, campaign } of others) {
    const differences = campaignDifferences(first!.campaign, campaign);
    if (differences === null) continue;
    throw badInput(
      'campaigns-differ',
      `expected all families to be trained for one campaign, those of ${first!.family} and ${family} differ: ` +
        `${differences}; run churn train again with one campaign for all`,
    );
  }
  return first!.campaign;
}

/** The rows that all have predicted out of fold, in one order; refused (exit 2) where they differ. */
export function requireSameRows(models: readonly CandidateModel[]): Int32Array {
  const [first, ...others] = models.map(({ outOfFold }) => outOfFold);
  const other = others.find(
    ({ rows }) => rows.length !== first!.rows.length || rows.some((row, index) => row !== first!.rows[index]),
  );
  if (other === undefined) return Int32Array.from(first!.rows);
  throw badInput(
    'out-of-fold-differs',
    `expected all families to have predicted the same ${first!.rows.length} rows out of fold, ${other.family} has predicted ` +
      `others than ${first!.family}: run churn train --family ${other.family} again`,
  );
}

/** Refuses (exit 2) a blend of models that are not those of the run any more: it would be compared with others than it is made of. */
export function requireMembers(models: readonly CandidateModel[]): void {
  const blend = models.find(({ document }) => document.family === 'blend');
  const trained = new Set(models.map(({ artifact }) => artifact.sha256));
  const strange = (blend === undefined ? [] : blendMembers(blend.document.parameters)).find(
    ({ modelSha256 }) => !trained.has(modelSha256),
  );
  if (strange === undefined) return;
  throw badInput(
    'blend-outdated',
    `expected the blend to be made of the models of this run, its ${strange.family} is ${strange.modelSha256.slice(0, 12)}, which the ` +
      'run has not or no longer: run churn train --family blend again',
  );
}
