import type { RungDescription } from '../artifacts/search-history.ts';
import type { ModelFamily } from '../models/model.ts';
import { thinFold } from './thin-fold.ts';
import type { ValidationFold } from './validation-folds.ts';

/** One rung of a search: what its trials are fitted on and judged by. */
export interface Rung {
  readonly folds: readonly ValidationFold[];
  readonly description: RungDescription;
  /** As many of the best of the rung before stand on it. */
  readonly trials: number;
  /** Whether the family's default stands on it, too, however low the rung before has ranked it. */
  readonly keepsDefault: boolean;
}

/** One in `oneIn` of all trials is judged on at most `rows` rows of the most telling fold, or on all rows of all folds. */
export interface RungPlan {
  readonly oneIn: number;
  readonly rows: number | 'all';
  /** As in a rung; true when absent. */
  readonly keepsDefault?: boolean;
}

const fewestRows = 1_000;
const mostRows = { first: 3_000, second: 20_000 };
/** Of more rows the order on one fold is that on all of them, but for differences that do not matter. */
const fewRows = 5_000;
/** Of fewer trials the best on one fold is now and then worse than the default on all of them. */
const manyTrials = 20;

/**
 * All trials on an eighth of the most telling fold, the best fifth on all of it, the best twentieth on all folds. Few rows ask
 * for stronger regularisation than many do, so that the second rung, which costs less than the last, mends what the
 * first one gets wrong; a family that begins on a whole fold has no first one. The first two are bounded, since
 * beyond some thousands of rows more of them hardly change an order. The default climbs, too; to the last rung, where a trial costs as
 * much as the search before, only on its merits where there are many trials. Where the fold has few rows more trials climb, and the
 * default always: docs/decisions/0013, 0018 and 0026.
 */
export function ordinaryPlan(
  fitRows: number,
  trials: number,
  { beginsOnWholeFold }: Pick<ModelFamily, 'beginsOnWholeFold'>,
): readonly RungPlan[] {
  const isTelling = fitRows > fewRows;
  if (beginsOnWholeFold) {
    return [
      { oneIn: 1, rows: mostRows.second },
      { oneIn: isTelling && fitRows <= mostRows.second ? 8 : 4, rows: 'all' },
    ];
  }
  const eighth = Math.ceil(fitRows / 8);
  return [
    { oneIn: 1, rows: Math.min(mostRows.first, Math.max(fewestRows, eighth)) },
    { oneIn: isTelling ? 5 : 3, rows: mostRows.second },
    { oneIn: isTelling ? 20 : 10, rows: 'all', keepsDefault: !isTelling || trials < manyTrials },
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
  const rungs = plan.map(({ oneIn, rows, keepsDefault = true }): Rung => {
    const chosen = rows === 'all' ? folds : [thinFold(mostTelling, labels, rows)];
    const standing = Math.max(1, Math.ceil(trials / oneIn));
    return { folds: chosen, description: describe(chosen), trials: standing, keepsDefault };
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
