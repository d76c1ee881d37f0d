import type { FeatureTable } from '@churn/shared/artifacts/feature-table';
import { type Choice, chooseWinner } from '@churn/shared/evaluation/choose-winner';
import type { CandidateModel } from '../inputs/candidate-models.ts';
import { heldOutLosses } from './held-out-losses.ts';

/** Candidates by their log loss out of fold, the winner first, and why it has won. */
export interface Ranking<Candidate extends CandidateModel> extends Pick<Choice<never>, 'reason' | 'blend'> {
  readonly ranked: readonly Candidate[];
}

export function rankCandidates<Candidate extends CandidateModel>(
  candidates: readonly Candidate[],
  table: FeatureTable,
): Ranking<Candidate> {
  const choosable = candidates.map((candidate) => ({
    candidate,
    modelSha256: candidate.artifact.sha256,
    family: candidate.document.family,
    selection: candidate.search.selection,
  }));
  const { ranked, ...choice } = chooseWinner(choosable, heldOutLosses(candidates, table));
  return { ...choice, ranked: ranked.map(({ candidate }) => candidate) };
}
