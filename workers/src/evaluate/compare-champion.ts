import type { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import type { ChampionComparison } from '@churn/shared/artifacts/evaluation-document';
import { compareWithChampion, incomparableChampion } from '@churn/shared/evaluation/compare-with-champion';
import type { LabelledMatrix } from '@churn/shared/features/labelled-matrix';
import { ChurnError } from '@churn/shared/platform/churn-error';
import { loadEvaluatedTwin } from '@churn/shared/registry/load-evaluated-twin';
import type { Artifact } from '@churn/shared/schema/stage-result';
import type { CandidateModel } from '../inputs/candidate-models.ts';
import { championRole } from '../inputs/champion-input.ts';
import type { Measuring } from './measure-candidate.ts';

/** The champion among the inputs, if there is one, on the rows of the winner; an unreadable one is reported as such: it never makes the challenger win. */
export async function compareChampion(
  layout: ArtifactLayout,
  inputs: readonly Artifact[],
  winner: CandidateModel,
  probabilities: Float64Array,
  test: LabelledMatrix,
  measuring: Measuring,
): Promise<ChampionComparison | null> {
  const input = inputs.find(({ role }) => role === championRole);
  if (input === undefined) return null;
  try {
    const champion = { sha256: input.sha256, evaluated: await loadEvaluatedTwin(layout, input.sha256) };
    const challenger = { sha256: winner.artifact.sha256, document: winner.document, probabilities };
    return compareWithChampion(champion, challenger, test, measuring);
  } catch (error) {
    if (!(error instanceof ChurnError)) throw error;
    return incomparableChampion(input.sha256, `the champion cannot be read: ${error.message}`);
  }
}
