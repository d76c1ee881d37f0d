import type { Candidate } from '../artifacts/evaluation-document.ts';
import { modelFamilyNames } from '../schema/model-family-name.ts';

export interface Choice {
  /** Best first. */
  readonly ranked: readonly Candidate[];
  readonly reason: string;
}

/**
 * Ranks candidates by their out-of-fold log loss; of equal ones the simpler family comes first. The test rows have no
 * say: whoever chooses by the test measures the test, not the model.
 */
export function chooseWinner(candidates: readonly Candidate[]): Choice {
  const ranked = [...candidates].sort(
    (a, b) =>
      a.selection.logLoss - b.selection.logLoss ||
      modelFamilyNames.indexOf(a.family) - modelFamilyNames.indexOf(b.family),
  );
  const [winner, second] = ranked;
  const lowest = `${winner!.family} has the lowest log loss on ${winner!.selection.rows} rows held out of its training, ${winner!.selection.logLoss.toFixed(4)}`;
  const reason =
    second === undefined
      ? `${winner!.family} is the only candidate.`
      : `${lowest}; next is ${second.family} with ${second.selection.logLoss.toFixed(4)}. The test rows had no say.`;
  return { ranked, reason };
}
