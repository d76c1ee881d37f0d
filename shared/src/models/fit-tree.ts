import { pickRows } from '../features/pick-rows.ts';
import { type BinnedTree, growTree, type TreeLimits } from './grow-tree.ts';
import { binsOf, binThresholds } from './quantile-bins.ts';
import { sampleRows } from './sample-rows.ts';

export interface TreeTask {
  /** Encoded columns; NaN where a value is missing. */
  readonly columns: readonly Float32Array[];
  readonly labels: Uint8Array;
  readonly limits: TreeLimits;
  /** Of the sample of rows, where there are too many. */
  readonly seed: number;
}

export interface FittedTree {
  readonly tree: BinnedTree;
  /** Of each column, ascending: what the bins of the tree stand for. */
  readonly thresholds: readonly Float32Array[];
}

const mostBins = 32;

/** The splits are searched on a sample of at most so many rows, about 10 s for ml-cart. */
const mostRows = 250_000;

/** One tree for 0/1 labels, grown on binned columns. */
export function fitTree({ columns, labels, limits, seed }: TreeTask): FittedTree {
  const thresholds = columns.map((column) => binThresholds(column, mostBins));
  const ordered = commonLabelFirst(sampleRows(labels.length, mostRows, seed), labels);
  const bins = columns.map((column, index) => binsOf(pickRows(column, ordered), thresholds[index]!));
  return { tree: growTree(bins, pickRows(labels, ordered), limits), thresholds };
}

function commonLabelFirst(rows: Int32Array, labels: Uint8Array): Int32Array {
  const churned = rows.filter((row) => labels[row] === 1);
  const stayed = rows.filter((row) => labels[row] === 0);
  const [common, rare] = churned.length > stayed.length ? [churned, stayed] : [stayed, churned];
  return Int32Array.from([...common, ...rare]);
}
