import type { EvaluationDocument } from '@churn/shared/artifacts/evaluation-document';
import { hashPredictions } from '@churn/shared/evaluation/hash-predictions';
import { measureSlices } from '@churn/shared/evaluation/measure-slices';
import { rankImportance } from '@churn/shared/evaluation/rank-importance';
import { summarizeContributions } from '@churn/shared/evaluation/summarize-contributions';
import type { LabelledMatrix } from '@churn/shared/features/labelled-matrix';
import type { PredictedCandidate } from './measure-candidate.ts';

type Portrait = Omit<EvaluationDocument['winner'], 'modelSha256' | 'reason' | 'blend'>;

/** By which features the winner tells the test rows apart, and how well it does within parts of them. */
export function portrayWinner(
  { model, probabilities }: PredictedCandidate,
  test: LabelledMatrix,
  seed: number,
): Portrait {
  const importance = rankImportance(model, test.matrix);
  const strongest = importance.map(({ feature }) => feature);
  return {
    importance: [...importance],
    contributions: summarizeContributions(model, test, strongest, seed),
    slices: [...measureSlices(test.matrix, test.labels, probabilities)],
    predictionsSha256: hashPredictions(probabilities),
  };
}
