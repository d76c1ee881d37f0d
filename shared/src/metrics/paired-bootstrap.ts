import { type BootstrapInterval, bootstrapInterval } from './bootstrap-interval.ts';
import { type BootstrapSettings, resampleRows } from './resample-rows.ts';
import { groupByProbability, type ScoreGroups } from './score-groups.ts';

/** One of the functions `…OfGroups`. */
export type Measure = (groups: ScoreGroups) => number | null;

/**
 * measure(b) − measure(a) on all rows, with its 95 % bootstrap interval; both are measured on the same drawn rows, so what
 * makes rows easy or hard for both cancels out, and the interval is far narrower than two separate ones suggest. All null
 * where one of them has no such value.
 */
export function pairedBootstrap(
  labels: Uint8Array,
  a: Float64Array,
  b: Float64Array,
  measure: Measure,
  settings: BootstrapSettings,
): BootstrapInterval {
  const [groupsOfA, groupsOfB] = [groupByProbability(labels, a), groupByProbability(labels, b)];
  const differences: number[] = [];
  for (const [sampleOfA, sampleOfB] of resampleRows(labels, [groupsOfA, groupsOfB], settings)) {
    const drawn = difference(measure(sampleOfA!), measure(sampleOfB!));
    if (drawn !== null) differences.push(drawn);
  }
  return bootstrapInterval(difference(measure(groupsOfA), measure(groupsOfB)), differences);
}

function difference(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : b - a;
}
