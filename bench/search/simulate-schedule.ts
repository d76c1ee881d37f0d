import type { SeededRandom } from '@churn/shared/platform/seeded-random';
import type { MeasuredTrial } from './measured-trial.ts';
import type { Schedule } from './schedules.ts';

export interface Simulated {
  readonly cpuSeconds: number;
  /** Log loss of the chosen trial on all folds, by which it was chosen. */
  readonly chosen: number;
  /** Its log loss for customers that the search has not seen. */
  readonly outer: number;
}

/**
 * One search by the schedule among the measured trials: the default and as many others as it tries, drawn without repetition.
 * The default climbs, as in a search; to the last rung only where `keepsDefault` says so or it is one of the best.
 */
export function simulateSchedule(
  { trials, plan }: Schedule,
  measured: readonly MeasuredTrial[],
  random: SeededRandom,
  keepsDefault: boolean,
): Simulated {
  const [byDefault, ...others] = measured;
  let standing = [byDefault!, ...drawn(others, trials - 1, random)];
  let cpuSeconds = 0;
  const tried = standing.length;
  for (const { oneIn, rows } of plan) {
    const lossOf = (trial: MeasuredTrial) => trial.rungs[rows]?.loss;
    if (lossOf(standing[0]!) === undefined) continue;
    const places = Math.max(1, Math.ceil(tried / oneIn));
    const climbs = keepsDefault || rows !== 'all';
    standing = standing.filter((trial, place) => place < places || (climbs && trial === byDefault));
    cpuSeconds += standing.reduce((sum, trial) => sum + trial.rungs[rows]!.cpuSeconds, 0);
    standing.sort((a, b) => lossOf(a)! - lossOf(b)! || a.trial - b.trial);
  }
  const [best] = standing;
  return { cpuSeconds, chosen: best!.rungs.all!.loss, outer: best!.outer };
}

function drawn<T>(items: readonly T[], count: number, random: SeededRandom): T[] {
  const rest = [...items];
  return Array.from({ length: Math.min(count, items.length) }, () =>
    rest.splice(random.integer(0, rest.length - 1), 1),
  ).flat();
}
