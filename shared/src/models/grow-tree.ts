import { findSplit } from './find-split.ts';

/** Rows of lower bins go left. */
export interface BinnedTree {
  /** That came to the node while the tree grew. */
  readonly rows: number;
  /** Null in a leaf. */
  readonly split: {
    readonly column: number;
    readonly firstBinRight: number;
    readonly left: BinnedTree;
    readonly right: BinnedTree;
  } | null;
}

export interface TreeLimits {
  readonly maxDepth: number;
  /** A node of fewer rows is a leaf. */
  readonly minimumRowsToSplit: number;
}

/**
 * Grows a tree on 0/1 labels, each split found by ml-cart. `bins` has a column each; all rows of one label must stand
 * before those of the other.
 */
export function growTree(bins: readonly Uint8Array[], labels: Uint8Array, limits: TreeLimits): BinnedTree {
  return growNode(bins, labels, Int32Array.from(labels.keys()), limits);
}

function growNode(
  bins: readonly Uint8Array[],
  labels: Uint8Array,
  rows: Int32Array,
  { maxDepth, minimumRowsToSplit }: TreeLimits,
): BinnedTree {
  const split =
    maxDepth === 0 || rows.length < minimumRowsToSplit ? undefined : findSplit(bins, labels, rows);
  if (split === undefined) return { rows: rows.length, split: null };
  const values = bins[split.column]!;
  const grow = (isBelow: boolean) =>
    growNode(
      bins,
      labels,
      rows.filter((row) => values[row]! < split.firstBinRight === isBelow),
      { maxDepth: maxDepth - 1, minimumRowsToSplit },
    );
  return { rows: rows.length, split: { ...split, left: grow(true), right: grow(false) } };
}

/**
 * The tree that would have grown under narrower limits, for nothing: a split is chosen by the rows of its node alone, so
 * a shallower tree is the top of the deeper one.
 */
export function cutTree(tree: BinnedTree, { maxDepth, minimumRowsToSplit }: TreeLimits): BinnedTree {
  if (tree.split === null || maxDepth === 0 || tree.rows < minimumRowsToSplit)
    return { ...tree, split: null };
  const below = { maxDepth: maxDepth - 1, minimumRowsToSplit };
  const { left, right } = tree.split;
  return { ...tree, split: { ...tree.split, left: cutTree(left, below), right: cutTree(right, below) } };
}
