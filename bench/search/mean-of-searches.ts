import { seededRandom } from '@churn/shared/platform/seeded-random';
import type { MeasuredTrial } from './measured-trial.ts';
import type { Schedule } from './schedules.ts';
import { type Simulated, simulateSchedule } from './simulate-schedule.ts';

const searches = 2_000;

export interface MeanOfSearches extends Omit<Simulated, 'belowDefault'> {
  /** Share of the searches that end below the default of the family, and the worst of them. */
  readonly belowDefault: { readonly share: number; readonly worst: number };
}

/** What a search by the schedule costs and finds on average, over seeded searches among the measured trials. */
export function meanOfSearches(schedule: Schedule, measured: readonly MeasuredTrial[]): MeanOfSearches {
  const random = seededRandom(1);
  const results = Array.from({ length: searches }, () => simulateSchedule(schedule, measured, random));
  const mean = (measure: keyof Simulated) =>
    results.reduce((sum, result) => sum + result[measure], 0) / searches;
  const losses = results.map(({ belowDefault }) => belowDefault);
  return {
    cpuSeconds: mean('cpuSeconds'),
    chosen: mean('chosen'),
    outer: mean('outer'),
    belowDefault: {
      share: losses.filter((loss) => loss > 0).length / searches,
      worst: Math.max(...losses),
    },
  };
}
