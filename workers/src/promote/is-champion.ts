import type { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { ChurnError } from '@churn/shared/platform/churn-error';
import type { ChampionPointer } from '@churn/shared/registry/champion-pointer';
import { loadEvaluatedTwin } from '@churn/shared/registry/load-evaluated-twin';

/** Whether the champion is this evaluated model, as it is or fitted again; one that cannot be read is no known model. */
export async function isChampion(
  layout: ArtifactLayout,
  champion: ChampionPointer | undefined,
  evaluatedSha256: string,
): Promise<boolean> {
  if (champion === undefined) return false;
  try {
    return (await loadEvaluatedTwin(layout, champion.modelSha256)).sha256 === evaluatedSha256;
  } catch (error) {
    if (!(error instanceof ChurnError)) throw error;
    return false;
  }
}
