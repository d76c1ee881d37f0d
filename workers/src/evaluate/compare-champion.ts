import type { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import type { DatasetDescription } from '@churn/shared/artifacts/dataset-description';
import type { ChampionComparison } from '@churn/shared/artifacts/evaluation-document';
import { compareWithChampion, incomparableChampion } from '@churn/shared/evaluation/compare-with-champion';
import type { LabelledMatrix } from '@churn/shared/features/labelled-matrix';
import { outcomesEndDay } from '@churn/shared/features/outcomes-end-day';
import { parseDay } from '@churn/shared/platform/calendar-day';
import { ChurnError } from '@churn/shared/platform/churn-error';
import { loadEvaluatedModel } from '@churn/shared/registry/load-evaluated-model';
import { loadRegisteredModel, type RegisteredModel } from '@churn/shared/registry/load-registered-model';
import type { Artifact } from '@churn/shared/schema/stage-result';
import type { CandidateModel } from '../inputs/candidate-models.ts';
import { championRole } from '../inputs/champion-input.ts';
import type { Measuring } from './measure-candidate.ts';

/** The champion among the inputs, if there is one, on the rows of the winner; an unreadable one is reported as such: it never makes the challenger win. */
export async function compareChampion(
  layout: ArtifactLayout,
  inputs: readonly Artifact[],
  dataset: DatasetDescription,
  winner: CandidateModel,
  probabilities: Float64Array,
  test: LabelledMatrix,
  measuring: Measuring,
): Promise<ChampionComparison | null> {
  const input = inputs.find(({ role }) => role === championRole);
  if (input === undefined) return null;
  try {
    const registered = await loadRegisteredModel(layout, input.sha256);
    const evaluated = await loadEvaluatedModel(layout, registered);
    const champion = {
      sha256: registered.sha256,
      evaluatedSha256: evaluated.sha256,
      compared: endsBeforeTest(registered, dataset) ? registered : evaluated,
    };
    const challenger = { sha256: winner.artifact.sha256, document: winner.document, probabilities };
    return compareWithChampion(champion, challenger, test, measuring);
  } catch (error) {
    if (!(error instanceof ChurnError)) throw error;
    return incomparableChampion(input.sha256, `the champion cannot be read: ${error.message}`);
  }
}

/**
 * Whether the outcomes that a model has learned from end before those of the test begin. Flags have no date, and a split by
 * hash has no order in time: there a model that was fitted again may have learned from any row.
 */
function endsBeforeTest({ document: { training } }: RegisteredModel, dataset: DatasetDescription): boolean {
  const end = outcomesEndDay(training);
  return end !== null && dataset.split === 'forward' && end <= parseDay(dataset.asOf.at(-1)!)!;
}
