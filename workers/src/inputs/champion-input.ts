import type { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { featureListHash } from '@churn/shared/features/feature-list-hash';
import { badInput, ChurnError } from '@churn/shared/platform/churn-error';
import { readChampionPointer } from '@churn/shared/registry/champion-pointer';
import { loadRegisteredModel, type RegisteredModel } from '@churn/shared/registry/load-registered-model';
import type { Artifact } from '@churn/shared/schema/stage-result';
import type { StageOutcome } from '../stage/stage.ts';

/** Role of the champion among a stage's inputs. */
export const championRole = 'champion';

/** The champion of the registry as an input, none where nothing was promoted yet. */
export async function findChampion(layout: ArtifactLayout): Promise<readonly Artifact[]> {
  const pointer = await readChampionPointer(layout);
  return pointer === undefined
    ? []
    : [
        {
          role: championRole,
          path: `registry/models/${pointer.modelSha256}`,
          sha256: pointer.modelSha256,
          bytes: 0,
          rows: null,
        },
      ];
}

/** Why the champion cannot be loaded; null where it can, or where there is none. */
export async function whyUnreadable(layout: ArtifactLayout): Promise<string | null> {
  const pointer = await readChampionPointer(layout);
  if (pointer === undefined) return null;
  try {
    await loadRegisteredModel(layout, pointer.modelSha256);
    return null;
  } catch (error) {
    if (!(error instanceof ChurnError)) throw error;
    return error.code;
  }
}

/** Loads the champion found as an input; refuses (exit 2) one fitted on another feature list than this code computes. */
export async function loadChampion(
  layout: ArtifactLayout,
  inputs: readonly Artifact[],
): Promise<RegisteredModel | undefined> {
  const input = inputs.find((artifact) => artifact.role === championRole);
  if (input === undefined) return undefined;
  const champion = await loadRegisteredModel(layout, input.sha256);
  if (champion.document.featureListHash !== featureListHash) {
    throw badInput(
      'feature-list-differs',
      `expected a champion fitted on feature list ${featureListHash}, model ${champion.sha256} was fitted on ` +
        `${champion.document.featureListHash}: train and promote again`,
    );
  }
  return champion;
}

export const noChampion: StageOutcome = {
  status: 'skipped',
  outputs: [],
  metrics: {},
  error: {
    code: 'no-champion',
    message: 'nothing to do: no model has been promoted yet, run churn promote first',
    details: [],
  },
};
