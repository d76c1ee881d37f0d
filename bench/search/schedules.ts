import type { RungRows } from './measured-trial.ts';

export interface Schedule {
  readonly trials: number;
  /** From the first rung to the last: one in `oneIn` of all trials stands on it. */
  readonly plan: readonly { readonly oneIn: number; readonly rows: RungRows }[];
}

const plans: readonly Schedule['plan'][] = [
  [
    { oneIn: 1, rows: 3_000 },
    { oneIn: 7, rows: 'all' },
  ],
  [
    { oneIn: 1, rows: 1_000 },
    { oneIn: 3, rows: 3_000 },
    { oneIn: 10, rows: 'all' },
  ],
  [
    { oneIn: 1, rows: 1_500 },
    { oneIn: 3, rows: 5_000 },
    { oneIn: 10, rows: 'all' },
  ],
  [
    { oneIn: 1, rows: 1_500 },
    { oneIn: 5, rows: 5_000 },
    { oneIn: 20, rows: 'all' },
  ],
  [
    { oneIn: 1, rows: 5_000 },
    { oneIn: 8, rows: 'all' },
  ],
  [
    { oneIn: 1, rows: 1_500 },
    { oneIn: 2, rows: 5_000 },
    { oneIn: 4, rows: 'all' },
  ],
  [{ oneIn: 1, rows: 'all' }],
];

/** Every plan for searches of 8, 12 and 20 trials, as far as so many are measured; and the default alone. */
export function schedulesUpTo(measured: number): readonly Schedule[] {
  const counts = [8, 12, 20].filter((trials) => trials <= measured);
  const searches = counts.flatMap((trials) => plans.map((plan) => ({ trials, plan })));
  return [...searches, { trials: 1, plan: plans.at(-1)! }];
}

/** Such as `20: 1500, 5000/3, all/10`. */
export function nameOf({ trials, plan }: Schedule): string {
  return `${trials}: ${plan.map(({ oneIn, rows }) => (oneIn === 1 ? rows : `${rows}/${oneIn}`)).join(', ')}`;
}
