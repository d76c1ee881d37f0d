import type { RungDescription } from '../artifacts/search-history.ts';
import { thinFold } from './thin-fold.ts';
import type { ValidationFold } from './validation-folds.ts';

/** One rung of a search: what its trials are fitted on and judged by. */
export interface Rung {
  readonly folds: readonly ValidationFold[];
  readonly description: RungDescription;
  /** As many of the best of the rung before stand on it. */
  readonly trials: number;
}

/** One in `oneIn` of all trials is judged on at most `rows` rows of the most telling fold, or on all rows of all folds. */
export interface RungPlan {
  readonly oneIn: number;
  readonly rows: number | 'all';
}

const fewestRows = 1_000;
const mostRows = { first: 3_000, second: 20_000 };
/** Of more rows the order on one fold is that on all of them, but for differences that do not matter. */
const fewRows = 5_000;

/**
 * All trials on a quarter of the most telling fold, the best fifth on all of it, the best twentieth on all folds. Few rows ask
 * for stronger regularisation than many do, so that the second rung, which costs less than the last, mends what the
 * first one gets wrong; where there is nothing to search but that strength, there is no first one. The first two are bounded, since
 * beyond some thousands of rows more of them hardly change an order. Where the fold has few rows more trials climb:
 * docs/decisions/0013 and 0018.
 */
export function ordinaryPlan(fitRows: number, searchesOneNumber = false): readonly RungPlan[] {
  const isTelling = fitRows > fewRows;
  if (searchesOneNumber) {
    return [
      { oneIn: 1, rows: mostRows.second },
      { oneIn: isTelling && fitRows <= mostRows.second ? 8 : 4, rows: 'all' },
    ];
  }
  const quarter = Math.ceil(fitRows / 4);
  return [
    { oneIn: 1, rows: Math.min(mostRows.first, Math.max(fewestRows, quarter)) },
    { oneIn: isTelling ? 5 : 3, rows: mostRows.second },
    { oneIn: isTelling ? 20 : 10, rows: 'all' },
  ];
}

/** The rungs for a number of trials. One whose rows are no more than those of the rung before is left out. */
export function planRungs(
  plan: readonly RungPlan[],
  folds: readonly ValidationFold[],
  labels: Uint8Array,
  trials: number,
): readonly Rung[] {
  const mostTelling = folds.at(-1)!;
  const rungs = plan.map(({ oneIn, rows }): Rung => {
    const chosen = rows === 'all' ? folds : [thinFold(mostTelling, labels, rows)];
    return { folds: chosen, description: describe(chosen), trials: Math.max(1, Math.ceil(trials / oneIn)) };
  });
  const isLarger = ({ description: { folds: count, rows } }: Rung, before: Rung | undefined) =>
    before === undefined || count > before.description.folds || rows > before.description.rows;
  return rungs.filter((rung, index) => isLarger(rung, rungs[index - 1]));
}

/** Whether the rung's trials are fitted on and judged by every row that there is. */
export function isOnAllRows({ folds: ofRung }: Rung, folds: readonly ValidationFold[]): boolean {
  return (
    ofRung.length === folds.length &&
    ofRung.every(({ fit, judge }, index) => fit === folds[index]!.fit && judge === folds[index]!.judge)
  );
}

function describe(folds: readonly ValidationFold[]): RungDescription {
  return {
    folds: folds.length,
    rows: Math.max(...folds.map(({ fit }) => fit.length)),
    judged: folds.reduce((sum, { judge }) => sum + judge.length, 0),
  };
}
