import type { EvaluationDocument } from '@churn/shared/artifacts/evaluation-document';
import type { StageOutcome } from '../stage/stage.ts';
import type { measureCosts } from './candidate-costs.ts';
import { leaderboard } from './leaderboard.ts';

/** What the result of `evaluate` tells of its document, with times, which the document must not have. */
export function evaluationMetrics(
  document: EvaluationDocument,
  costs: Awaited<ReturnType<typeof measureCosts>>,
): StageOutcome['metrics'] {
  const [winner] = document.candidates;
  const { champion } = document;
  return {
    winner: winner!.family,
    modelSha256: winner!.modelSha256,
    testRows: document.test.rows,
    testChurned: document.test.churned,
    rocAuc: winner!.measures.rocAuc.value,
    logLoss: winner!.measures.logLoss.value,
    reason: document.winner.reason,
    blend: document.winner.blend,
    leaderboard: leaderboard(document.candidates, costs),
    champion:
      champion === null
        ? null
        : {
            modelSha256: champion.modelSha256,
            incomparable: champion.incomparable,
            isWinner: champion.isWinner,
            rocAucDifference: champion.rocAucDifference,
          },
  };
}

/** Findings that put the figures in doubt. */
export function evaluationWarnings({ leakage, champion }: EvaluationDocument): string[] {
  return [
    ...leakage.filter(({ passed }) => !passed).map(({ finding }) => finding),
    ...(champion?.incomparable == null ? [] : [`No comparison with the champion: ${champion.incomparable}.`]),
  ];
}
