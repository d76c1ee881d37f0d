import { logit } from './log-odds.ts';
import { fitLogisticLine, type LogisticLine } from './logistic-line.ts';
import type { ScoreGroups } from './score-groups.ts';

/** The samples of a bootstrap have the same scores: their log-odds are computed once. */
const logOdds = new WeakMap<Float64Array, Float64Array>();

/**
 * Slope and intercept of the logistic regression of the label on the log-odds of the prediction (Cox 1958): 1 and 0 where
 * probabilities hold; a slope below 1 says that they are too extreme, an intercept below 0 that they are too high. Null
 * where it does not exist: one class, one prediction, or a threshold that parts the classes. `near`, the line of other counts of the
 * same scores, makes it sooner found.
 */
export function calibrationLine(
  { scores, churned, stayed }: ScoreGroups,
  near?: LogisticLine,
): LogisticLine | null {
  return fitLogisticLine(logOddsOf(scores), churned, stayed, near);
}

function logOddsOf(scores: Float64Array): Float64Array {
  const known = logOdds.get(scores) ?? scores.map(logit);
  logOdds.set(scores, known);
  return known;
}
