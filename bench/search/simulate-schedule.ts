import type { SeededRandom } from '@churn/shared/platform/seeded-random';
import type { MeasuredTrial } from './measured-trial.ts';
import type { Schedule } from './schedules.ts';

export interface Simulated {
  readonly cpuSeconds: number;
  /** Log loss of the chosen trial on all folds, by which it was chosen. */
  readonly chosen: number;
  /** Its log loss for customers that the search has not seen. */
  readonly outer: number;
  /** By how much the chosen trial is worse on all folds than the default; 0 where it is not. */
  readonly belowDefault: number;
}

/** One search by the schedule among the measured trials: the default and as many others as it tries, drawn without repetition. */
export function simulateSchedule(
  { trials, plan }: Schedule,
  measured: readonly MeasuredTrial[],
  random: SeededRandom,
): Simulated {
  const [byDefault, ...others] = measured;
  let standing = [byDefault!, ...drawn(others, trials - 1, random)];
  let cpuSeconds = 0;
  const tried = standing.length;
  for (const { oneIn, rows, keepsDefault = true } of plan) {
    const rungOf = (trial: MeasuredTrial) => trial.rungs[rows]!;
    const places = Math.max(1, Math.ceil(tried / oneIn));
    standing = standing.filter((trial, place) => place < places || (keepsDefault && trial === byDefault));
    cpuSeconds += standing.reduce((sum, trial) => sum + rungOf(trial).cpuSeconds, 0);
    standing.sort((a, b) => rungOf(a).loss - rungOf(b).loss || a.trial - b.trial);
  }
  const [best] = standing;
  const chosen = best!.rungs.all!.loss;
  const belowDefault = Math.max(0, chosen - byDefault!.rungs.all!.loss);
  return { cpuSeconds, chosen, outer: best!.outer, belowDefault };
}

function drawn<T>(items: readonly T[], count: number, random: SeededRandom): T[] {
  const rest = [...items];
  return Array.from({ length: Math.min(count, items.length) }, () =>
    rest.splice(random.integer(0, rest.length - 1), 1),
  ).flat();
}
