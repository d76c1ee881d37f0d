import type { Slice } from '@churn/shared/artifacts/evaluation-document';
import { aucStandardError } from '@churn/shared/metrics/auc-standard-error';
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
