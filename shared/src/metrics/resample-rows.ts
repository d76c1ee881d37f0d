import { badInput } from '../platform/churn-error.ts';
import { seededRandom } from '../platform/seeded-random.ts';
import { compareRows } from './compare-rows.ts';
import { numberCustomers } from './number-customers.ts';
import type { GroupedRows, ScoreGroups } from './score-groups.ts';

export interface BootstrapSettings {
  readonly seed: number;
  /** Samples drawn; 200 give a rough interval, 1,000 a steady one. */
  readonly samples: number;
  /** Whose each row is, where a customer may have several; absent: nobody has. */
  readonly customerIds?: readonly string[];
}

interface SortedRows {
  readonly groupOfRow: Uint32Array;
  /** Reused by every sample. */
  readonly sample: ScoreGroups;
}

/**
 * Draws as many customers as there are, with replacement, `samples` times (Efron 1979), and yields the counts of their rows
 * under each grouping, so that models are compared on the same draw. Rows of one customer resemble each other: drawn apart
 * they would count as so many customers, and intervals would be too narrow (cluster bootstrap; Field, Welsh 2007). O(n) a
 * sample. Rows are sorted before drawing: the order in which they came does not matter. What is yielded is overwritten by
 * the next sample.
 */
export function* resampleRows(
  labels: Uint8Array,
  groupings: readonly GroupedRows[],
  { seed, samples, customerIds }: BootstrapSettings,
): Generator<readonly ScoreGroups[], void, undefined> {
  if (!Number.isInteger(samples) || samples < 1) {
    throw badInput('samples-invalid', `expected one bootstrap sample or more, got ${samples}`);
  }
  const order = sortedOrder(labels, groupings);
  const labelOfRow = order.map((row) => labels[row]!);
  const { customerOfRow, count } = numberCustomers(order, labels, groupings, customerIds);
  const sorted = groupings.map((grouping) => sortRows(order, grouping));
  const uniform = seededRandom(seed).uniform;
  const timesDrawn = new Uint32Array(count);
  for (let sample = 0; sample < samples; sample++) {
    timesDrawn.fill(0);
    for (let draw = 0; draw < count; draw++) timesDrawn[Math.floor(uniform() * count)]! += 1;
    for (const rows of sorted) countDrawn(rows, labelOfRow, customerOfRow, timesDrawn);
    yield sorted.map((rows) => rows.sample);
  }
}

function sortedOrder(labels: Uint8Array, groupings: readonly GroupedRows[]): Uint32Array {
  return Uint32Array.from(labels.keys()).sort((a, b) => compareRows(labels, groupings, a, b));
}

function sortRows(order: Uint32Array, { scores, groupOfRow }: GroupedRows): SortedRows {
  return {
    groupOfRow: order.map((row) => groupOfRow[row]!),
    sample: { scores, churned: new Float64Array(scores.length), stayed: new Float64Array(scores.length) },
  };
}

function countDrawn(
  { groupOfRow, sample: { churned, stayed } }: SortedRows,
  labelOfRow: Uint32Array,
  customerOfRow: Uint32Array,
  timesDrawn: Uint32Array,
): void {
  churned.fill(0);
  stayed.fill(0);
  for (let row = 0; row < groupOfRow.length; row++) {
    const times = timesDrawn[customerOfRow[row]!]!;
    if (labelOfRow[row] === 1) churned[groupOfRow[row]!]! += times;
    else stayed[groupOfRow[row]!]! += times;
  }
}
