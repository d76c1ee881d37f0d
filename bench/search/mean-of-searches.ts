import { seededRandom } from '@churn/shared/platform/seeded-random';
import type { MeasuredTrial } from './measured-trial.ts';
import type { Schedule } from './schedules.ts';
import { type Simulated, simulateSchedule } from './simulate-schedule.ts';

const searches = 2_000;

/** What a search by the schedule costs and finds on average, over seeded searches among the measured trials. */
export function meanOfSearches(
  schedule: Schedule,
  measured: readonly MeasuredTrial[],
  keepsDefault: boolean,
): Simulated {
  const random = seededRandom(1);
  const results = Array.from({ length: searches }, () =>
    simulateSchedule(schedule, measured, random, keepsDefault),
  );
  const mean = (measure: keyof Simulated) =>
    results.reduce((sum, result) => sum + result[measure], 0) / searches;
  return { cpuSeconds: mean('cpuSeconds'), chosen: mean('chosen'), outer: mean('outer') };
}
