import type { ModelFamily } from '@churn/shared/models/model';
import { ordinaryPlan, type RungPlan } from '@churn/shared/training/plan-rungs';

export interface Schedule {
  readonly trials: number;
  readonly plan: readonly RungPlan[];
}

const fold = 20_000;

/**
 * For searches of 8, 12 and 20 trials, as far as so many are measured: the plan in use, the same with and without a place for
 * the default, those of before, and all trials on all folds; last the default alone. Rungs have as many rows as the fold has.
 */
export function schedulesFor(family: ModelFamily, fitRows: number, measured: number): readonly Schedule[] {
  const all = [{ oneIn: 1, rows: 'all' as const }];
  const quarter = Math.min(3_000, Math.max(1_000, Math.ceil(fitRows / 4)));
  const before: readonly (readonly RungPlan[])[] = [
    [
      { oneIn: 1, rows: quarter },
      { oneIn: 5, rows: fold },
      { oneIn: 20, rows: 'all' },
    ],
    [
      { oneIn: 1, rows: quarter },
      { oneIn: 3, rows: fold },
      { oneIn: 10, rows: 'all' },
    ],
    [
      { oneIn: 1, rows: fold },
      { oneIn: 8, rows: 'all' },
    ],
    all,
  ];
  const counts = [8, 12, 20].filter((trials) => trials <= measured);
  const searches = counts.flatMap((trials) => {
    const inUse = ordinaryPlan(fitRows, trials, family);
    const plans = [inUse, withOtherDefault(inUse), ...before];
    return plans.map((plan) => ({ trials, plan: withinFold(plan, fitRows) }));
  });
  return [...searches, { trials: 1, plan: all }];
}

/** With a place for the default on the last rung where there was none, and the other way round. */
function withOtherDefault(plan: readonly RungPlan[]): readonly RungPlan[] {
  const last = plan.at(-1)!;
  return [...plan.slice(0, -1), { ...last, keepsDefault: last.keepsDefault === false }];
}

/** A rung that has no more rows than the one before is left out, as in a search. */
function withinFold(plan: readonly RungPlan[], fitRows: number): readonly RungPlan[] {
  const bounded = plan.map((rung) =>
    rung.rows === 'all' ? rung : { ...rung, rows: Math.min(rung.rows, fitRows) },
  );
  return bounded.filter(({ rows }, index) => rows !== bounded[index - 1]?.rows);
}

/** Such as `20: 1318, 10544/5, all/20-`: the minus where the default has no place of its own. */
export function nameOf({ trials, plan }: Schedule): string {
  const named = plan.map(
    ({ oneIn, rows, keepsDefault }) =>
      `${rows}${oneIn === 1 ? '' : `/${oneIn}`}${keepsDefault === false ? '-' : ''}`,
  );
  return `${trials}: ${named.join(', ')}`;
}
