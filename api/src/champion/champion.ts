import type { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { featureListHash } from '@churn/shared/features/feature-list-hash';
import { badInput } from '@churn/shared/platform/churn-error';
import type { ChampionPointer } from '@churn/shared/registry/champion-pointer';
import { loadRegisteredModel, type RegisteredModel } from '@churn/shared/registry/load-registered-model';

/** The model being served with the pointer that named it; never changed, only replaced whole. */
export interface Champion {
  readonly pointer: ChampionPointer;
  readonly registered: RegisteredModel;
}

/** Loads and self-tests the model that the pointer names; refuses one that was fitted on other features than this code computes. */
export async function loadChampion(layout: ArtifactLayout, pointer: ChampionPointer): Promise<Champion> {
  const registered = await loadRegisteredModel(layout, pointer.modelSha256);
  const fittedOn = registered.document.featureListHash;
  if (fittedOn !== featureListHash) {
    throw badInput(
      'feature-list-differs',
      `expected model ${pointer.modelSha256} to be fitted on feature list ${featureListHash}, it was fitted on ${fittedOn}`,
    );
  }
  return Object.freeze({ pointer, registered });
}
