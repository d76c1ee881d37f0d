import { binnedTreeEnsemble } from './binned-tree-ensemble.ts';
import { growTree } from './grow-tree.ts';
import { pickRows } from './pick-rows.ts';
import { binsOf, binThresholds } from './quantile-bins.ts';
import { sampleRows } from './sample-rows.ts';
import type { TreeEnsemble } from './tree-ensemble.ts';

export interface TreeTask {
  /** Encoded columns; NaN where a value is missing. */
  readonly columns: readonly Float32Array[];
  readonly labels: Uint8Array;
  readonly maxDepth: number;
  /** A node of fewer rows is a leaf. */
  readonly minimumRowsToSplit: number;
  readonly priorRows: number;
  /** Of the sample of rows, where there are too many. */
  readonly seed: number;
}

const mostBins = 32;

/**
 * The splits are searched on at most so many cells (rows times columns), about half a minute for ml-cart; where a table
 * has more, on a sample of its rows. The leaves' shares are of all rows.
 */
const mostCells = 3_000_000;

/** One tree for 0/1 labels: grown on binned columns, then expressed in the columns' own numbers. */
export function fitTree(task: TreeTask): TreeEnsemble {
  const { columns, labels } = task;
  const thresholds = columns.map((column) => binThresholds(column, mostBins));
  const rows = sampleRows(labels.length, Math.floor(mostCells / columns.length), task.seed);
  const ordered = commonLabelFirst(rows, labels);
  const tree = growTree(
    columns.map((column, index) => binsOf(pickRows(column, ordered), thresholds[index]!)),
    pickRows(labels, ordered),
    task,
  );
  return binnedTreeEnsemble(tree, thresholds, columns, labels, task.priorRows);
}

function commonLabelFirst(rows: Int32Array, labels: Uint8Array): Int32Array {
  const churned = rows.filter((row) => labels[row] === 1);
  const stayed = rows.filter((row) => labels[row] === 0);
  const [common, rare] = churned.length > stayed.length ? [churned, stayed] : [stayed, churned];
  return Int32Array.from([...common, ...rare]);
}
