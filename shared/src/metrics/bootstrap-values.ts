import { type BootstrapInterval, bootstrapInterval } from './bootstrap-interval.ts';
import { type BootstrapSettings, resampleRows } from './resample-rows.ts';
import type { GroupedRows, ScoreGroups } from './score-groups.ts';

/** `values` of the rows, each with the 95 % bootstrap interval of what `measure` gives for the same samples; a sample without a value has no part in its interval. */
export function bootstrapValues<Values extends Readonly<Record<keyof Values, number | null>>>(
  labels: Uint8Array,
  groups: GroupedRows,
  values: Values,
  measure: (sample: ScoreGroups) => Values,
  settings: BootstrapSettings,
): Record<keyof Values, BootstrapInterval> {
  const samples = Array.from(resampleRows(labels, [groups], settings), ([sample]) => measure(sample!));
  const names = Object.keys(values) as (keyof Values)[];
  return Object.fromEntries(
    names.map((name) => {
      const drawn = samples.map((sample) => sample[name]).filter((value) => value !== null);
      return [name, bootstrapInterval(values[name], drawn)];
    }),
  ) as Record<keyof Values, BootstrapInterval>;
}
