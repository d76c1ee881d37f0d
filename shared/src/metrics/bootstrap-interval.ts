/** A value of the rows at hand, and bounds between which 95 % of the bootstrap samples' values lie. */
export interface BootstrapInterval {
  value: number | null;
  lower: number | null;
  upper: number | null;
}

/**
 * The 2.5th and 97.5th percentile of the samples' values (Efron 1979), between two of them on a straight line. Samples
 * without the value, for instance those in which nobody churned, must have been left out; all null where the rows
 * themselves have no such value.
 */
export function bootstrapInterval(value: number | null, samples: readonly number[]): BootstrapInterval {
  if (value === null || samples.length === 0) return { value, lower: null, upper: null };
  const ascending = Float64Array.from(samples).sort();
  return { value, lower: percentile(ascending, 0.025), upper: percentile(ascending, 0.975) };
}

function percentile(ascending: Float64Array, share: number): number {
  const position = share * (ascending.length - 1);
  const before = ascending[Math.floor(position)]!;
  const after = ascending[Math.ceil(position)]!;
  return before + (after - before) * (position % 1);
}
