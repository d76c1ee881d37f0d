import { DecisionTreeRegression, type TreeNode } from 'ml-cart';
import { Matrix } from 'ml-matrix';

/** Rows of lower bins go left; null is a leaf. */
export type BinnedTree = {
  readonly column: number;
  readonly firstBinRight: number;
  readonly left: BinnedTree;
  readonly right: BinnedTree;
} | null;

export interface TreeLimits {
  readonly maxDepth: number;
  /** A node of fewer rows is a leaf. */
  readonly minimumRowsToSplit: number;
}

/** A column of at most so many bins is also offered in reverse. */
const mostBinsMirrored = 8;
const mirror = (bin: number) => 255 - bin;

/**
 * Grows ml-cart's regression tree on 0/1 labels. Its squared error is half the Gini impurity, so it is the same tree as a
 * classifier's, in a small part of the time.
 *
 * `bins` has a column each. All rows of one label must stand before those of the other: the library tries a split between
 * rows that are neighbours after a stable sort and differ in label, which leaves two places a bin instead of one a row.
 * It does not try the place between a bin of both labels and a higher one of the second label only. Where bins are many,
 * the place beside it is nearly as good; where they are few, the column in reverse has that place, too.
 */
export function growTree(
  bins: readonly Uint8Array[],
  labels: Uint8Array,
  { maxDepth, minimumRowsToSplit }: TreeLimits,
): BinnedTree {
  const mirrored = [...bins.keys()].filter((column) => bins[column]!.every((bin) => bin <= mostBinsMirrored));
  const tree = new DecisionTreeRegression({
    maxDepth,
    minNumSamples: minimumRowsToSplit - 1,
    // Error that a split must leave: below 0, so that one that leaves none is made, too.
    gainThreshold: -1,
  });
  const offered = [...bins, ...mirrored.map((column) => bins[column]!.map(mirror))];
  tree.train(rowsOf(offered, labels.length), Array.from(labels));
  return binnedTree(withPerfectSplit(tree.root), bins.length, mirrored);
}

/** The library finds a first split that leaves no error, but takes an error of 0 for "no better than before". */
function withPerfectSplit(root: TreeNode): TreeNode {
  return root.left === undefined && root.gain === 0 ? { ...root, left: {}, right: {} } : root;
}

function binnedTree(node: TreeNode, columnCount: number, mirrored: readonly number[]): BinnedTree {
  if (node.left === undefined || node.right === undefined) return null;
  const lower = binnedTree(node.left, columnCount, mirrored);
  const upper = binnedTree(node.right, columnCount, mirrored);
  const column = node.splitColumn!;
  const firstUpper = Math.ceil(node.splitValue!);
  return column < columnCount
    ? { column, firstBinRight: firstUpper, left: lower, right: upper }
    : {
        column: mirrored[column - columnCount]!,
        firstBinRight: mirror(firstUpper - 1),
        left: upper,
        right: lower,
      };
}

function rowsOf(bins: readonly Uint8Array[], rowCount: number): Matrix {
  const rows = new Matrix(rowCount, bins.length);
  for (const [column, values] of bins.entries()) {
    for (let row = 0; row < values.length; row++) rows.set(row, column, values[row]!);
  }
  return rows;
}
