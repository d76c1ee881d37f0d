export interface LearnableRows {
  readonly rows: number;
  readonly churned: number;
}

/** How customers differ from those of an earlier search so much that its settings may not suit them. */
export type Movement = 'rows-moved' | 'share-moved';

/** Regularisation is worth what it is at a number of rows: at twice or half of it another strength may be the best. */
const mostTimesTheRows = 2;
/** Two shares from the same customers differ by so many standard errors once in 16,000 searches. */
const standardErrors = 4;
/** Of the rarer outcome's share: what is less changes the rows of the rarer outcome less than resampling customers does. */
const relativeShift = 0.25;

/**
 * Whether the rows of now are another task than those of the earlier search: their number is out of a factor of two, or
 * the share of churn has moved both beyond chance and by a quarter of the rarer outcome's share. Chance alone would cry
 * wolf on a million rows, the shift alone on a few hundred.
 */
export function dataMoved(earlier: LearnableRows, now: LearnableRows): Movement | null {
  const times = now.rows / earlier.rows;
  if (times > mostTimesTheRows || times < 1 / mostTimesTheRows) return 'rows-moved';
  const [before, after] = [earlier, now].map(({ rows, churned }) => churned / rows) as [number, number];
  const pooled = (earlier.churned + now.churned) / (earlier.rows + now.rows);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / earlier.rows + 1 / now.rows));
  const shift = Math.abs(after - before);
  return shift > standardErrors * error && shift > relativeShift * Math.min(before, 1 - before)
    ? 'share-moved'
    : null;
}
