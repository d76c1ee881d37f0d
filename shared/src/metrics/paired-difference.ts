export interface PairedDifference {
  /** Mean of `values − others`. */
  readonly mean: number;
  /** Of that mean, the customers drawn at random; NaN for a single customer. */
  readonly standardError: number;
}

/**
 * How much two series over the same rows differ on average, and how far chance may move that. Rows of one customer are no
 * independent evidence, so what is summed up and squared is the deviation of a whole customer (the variance of a cluster
 * sample; Cochran 1977, section 9A). With one row a customer it is the usual standard error of a mean.
 */
export function pairedDifference(
  values: Float64Array,
  others: Float64Array,
  customerIds: readonly string[],
): PairedDifference {
  const rows = values.length;
  const differences = values.map((value, row) => value - others[row]!);
  const mean = differences.reduce((sum, difference) => sum + difference, 0) / rows;
  const deviations = new Map<string, number>();
  for (const [row, difference] of differences.entries()) {
    const id = customerIds[row]!;
    deviations.set(id, (deviations.get(id) ?? 0) + difference - mean);
  }
  const customers = deviations.size;
  let squares = 0;
  for (const deviation of deviations.values()) squares += deviation ** 2;
  return { mean, standardError: Math.sqrt((squares * customers) / (customers - 1)) / rows };
}
