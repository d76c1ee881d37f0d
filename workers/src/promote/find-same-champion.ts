import type { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { ChurnError } from '@churn/shared/platform/churn-error';
import type { ChampionPointer } from '@churn/shared/registry/champion-pointer';
import { loadRegisteredModel, type RegisteredModel } from '@churn/shared/registry/load-registered-model';

/**
 * The champion, where it is what a promotion would come to: this evaluated model as it is, or fitted again. One that cannot
 * be read is no known model.
 */
export async function findSameChampion(
  layout: ArtifactLayout,
  champion: ChampionPointer | undefined,
  evaluatedSha256: string,
  isFittedAgain: boolean,
): Promise<RegisteredModel | undefined> {
  if (champion === undefined) return undefined;
  try {
    const registered = await loadRegisteredModel(layout, champion.modelSha256);
    const { evaluatedModelSha256 } = registered.document.training;
    const same = isFittedAgain
      ? evaluatedModelSha256 === evaluatedSha256
      : evaluatedModelSha256 === undefined && registered.sha256 === evaluatedSha256;
    return same ? registered : undefined;
  } catch (error) {
    if (!(error instanceof ChurnError)) throw error;
    return undefined;
  }
}
