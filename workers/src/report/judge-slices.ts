import type { Slice } from '@churn/shared/artifacts/evaluation-document';
import { shareInterval } from './share-interval.ts';

export interface JudgedSlice extends Slice {
  readonly observedShare: number;
  /** The slice is ordered clearly worse than all rows together. */
  readonly weak: boolean;
  /** The mean probability lies clearly off the observed share. */
  readonly misjudged: boolean;
}

/** Standard errors that count as clear: wide, because some of many slices always differ by chance. */
const clearly = 3;
const smallestAucGap = 0.03;
const smallestMisjudgement = 0.03;

/** Which parts of the customers the model serves worse than the whole. */
export function judgeSlices(slices: readonly Slice[], overallAuc: number | null): readonly JudgedSlice[] {
  return slices.map((slice) => {
    const { rocAuc, rows, churned, meanProbability } = slice;
    const observedShare = churned / rows;
    const [lower, upper] = shareInterval(observedShare, rows, clearly);
    const gap = Math.max(smallestAucGap, clearly * aucStandardError(rocAuc ?? 0.5, churned, rows - churned));
    return {
      ...slice,
      observedShare,
      weak: rocAuc !== null && overallAuc !== null && rocAuc < overallAuc - gap,
      misjudged:
        (meanProbability < lower || meanProbability > upper) &&
        Math.abs(meanProbability - observedShare) > smallestMisjudgement,
    };
  });
}

/** Hanley, McNeil 1982, "The meaning and use of the area under a ROC curve", for exponentially distributed scores. */
function aucStandardError(auc: number, positives: number, negatives: number): number {
  const q1 = auc / (2 - auc);
  const q2 = (2 * auc ** 2) / (1 + auc);
  const variance = auc * (1 - auc) + (positives - 1) * (q1 - auc ** 2) + (negatives - 1) * (q2 - auc ** 2);
  return Math.sqrt(variance / (positives * negatives));
}
