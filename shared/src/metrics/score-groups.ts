import { checkProbabilities, checkScores } from './check-predictions.ts';

/**
 * Scored rows as measures see them: how many churned and how many stayed at each distinct score. Rows of equal score
 * cannot be told apart, so no measure can depend on the order in which they came; and a bootstrap sample is the same
 * scores with other counts, without sorting again.
 */
export interface ScoreGroups {
  /** Distinct, highest first. */
  readonly scores: Float64Array;
  /** Rows at each score; whole numbers unless weighted. */
  readonly churned: Float64Array;
  readonly stayed: Float64Array;
}

export interface GroupedRows extends ScoreGroups {
  /** Index of its score, for each row. */
  readonly groupOfRow: Uint32Array;
}

/** O(n log n). */
export function groupByScore(labels: Uint8Array, scores: Float64Array): GroupedRows {
  checkScores(labels, scores);
  const distinct = descendingDistinct(scores);
  const groupOfRow = new Uint32Array(scores.length);
  const churned = new Float64Array(distinct.length);
  const stayed = new Float64Array(distinct.length);
  for (let row = 0; row < groupOfRow.length; row++) {
    const group = indexOfScore(distinct, scores[row]!);
    groupOfRow[row] = group;
    if (labels[row] === 1) churned[group]! += 1;
    else stayed[group]! += 1;
  }
  return { scores: distinct, churned, stayed, groupOfRow };
}

/** As `groupByScore`, and refuses what is no probability. */
export function groupByProbability(labels: Uint8Array, probabilities: Float64Array): GroupedRows {
  checkProbabilities(labels, probabilities);
  return groupByScore(labels, probabilities);
}

export function countClasses({ churned, stayed }: ScoreGroups): { churned: number; stayed: number } {
  const counts = { churned: 0, stayed: 0 };
  for (let group = 0; group < churned.length; group++) {
    counts.churned += churned[group]!;
    counts.stayed += stayed[group]!;
  }
  return counts;
}

function descendingDistinct(scores: Float64Array): Float64Array {
  const ascending = scores.slice().sort();
  const distinct = new Float64Array(scores.length);
  let count = 0;
  for (let place = ascending.length - 1; place >= 0; place--) {
    if (count === 0 || ascending[place] !== distinct[count - 1]) distinct[count++] = ascending[place]!;
  }
  return distinct.slice(0, count);
}

function indexOfScore(descending: Float64Array, score: number): number {
  let low = 0;
  let high = descending.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (descending[middle]! > score) low = middle + 1;
    else high = middle;
  }
  return low;
}
