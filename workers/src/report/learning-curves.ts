import type { Candidate } from '@churn/shared/artifacts/candidate';
import type { SearchHistory } from '@churn/shared/artifacts/search-history';

export interface LearningCurves {
  /** That of the best candidate that has one. */
  readonly shown: SearchHistory;
  readonly others: readonly SearchHistory[];
  readonly stillFalls: boolean;
}

/** Log loss that twice the rows must have gained, as the last growth tells, for the curve to count as falling. */
const telling = 0.002;

/** Undefined where no candidate was fitted on growing shares of its rows. `candidates` best first. */
export function learningCurves(
  candidates: readonly Candidate[],
  searches: readonly SearchHistory[],
): LearningCurves | undefined {
  const [shown, ...others] = candidates
    .map(({ family }) => searches.find((search) => search.family === family))
    .filter((search) => search !== undefined)
    .filter(({ learningCurve }) => learningCurve.length > 1);
  if (shown === undefined) return undefined;
  const [fewer, all] = shown.learningCurve.slice(-2);
  const doublings = Math.log2(all!.rows / fewer!.rows);
  return { shown, others, stillFalls: (fewer!.logLoss - all!.logLoss) / doublings > telling };
}
