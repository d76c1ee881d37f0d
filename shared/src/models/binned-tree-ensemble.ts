import { logit } from '../metrics/log-odds.ts';
import type { BinnedTree } from './grow-tree.ts';
import { leafOf, type TreeEnsemble } from './tree-ensemble.ts';

/** The lowest 32-bit float: no number is below it, so only missing values go left. */
const lowestFloat = -(2 - 2 ** -23) * 2 ** 127;

/**
 * A tree over bins as an ensemble of one tree over the numbers themselves. A leaf's margin is the log-odds of its share of
 * churn, drawn towards its parent's share, and that towards its parent's and so on, as if each node had seen `priorRows`
 * more rows with the share of its parent (the m-estimate, Cestnik 1990): a leaf of few rows does not claim much.
 */
export function binnedTreeEnsemble(
  tree: BinnedTree,
  thresholds: readonly Float32Array[],
  columns: readonly Float32Array[],
  labels: Uint8Array,
  priorRows: number,
): TreeEnsemble {
  const nodes = flatten(tree);
  const size = nodes.length;
  const ensemble = {
    featureCount: columns.length,
    baseMargin: 0,
    roots: Int32Array.of(0),
    feature: Int32Array.from(nodes, ({ split }) => split?.column ?? -1),
    threshold: Float32Array.from(nodes, ({ split }) => {
      if (split === null) return 0;
      // Bin 0 is that of missing values, bin 1 is below the first threshold.
      return split.firstBinRight < 2 ? lowestFloat : thresholds[split.column]![split.firstBinRight - 2]!;
    }),
    left: Int32Array.from(nodes, ({ left }) => left),
    right: Int32Array.from(nodes, ({ left }) => (left === -1 ? -1 : left + 1)),
    defaultLeft: Uint8Array.from(nodes, ({ split }) => (split === null ? 0 : 1)),
    leafValue: new Float32Array(size),
    cover: new Float32Array(size),
  };
  const churned = new Float64Array(size);
  for (let row = 0; row < labels.length; row++) {
    const leaf = leafOf(ensemble, 0, columns, row);
    ensemble.cover[leaf]! += 1;
    churned[leaf]! += labels[row]!;
  }
  for (let index = size - 1; index > 0; index--) {
    const { parent } = nodes[index]!;
    ensemble.cover[parent]! += ensemble.cover[index]!;
    churned[parent]! += churned[index]!;
  }
  const shares = new Float64Array(size);
  for (const [index, { split, parent }] of nodes.entries()) {
    const share = index === 0 ? churned[0]! / ensemble.cover[0]! : shares[parent]!;
    shares[index] = (churned[index]! + priorRows * share) / (ensemble.cover[index]! + priorRows);
    if (split === null) ensemble.leafValue[index] = logit(shares[index]!);
  }
  return ensemble;
}

interface FlatNode {
  readonly split: BinnedTree['split'];
  readonly parent: number;
  /** Index of the left child, the right one behind it; -1 in a leaf. */
  left: number;
}

/** Level by level, so that children stand behind their parent. */
function flatten(tree: BinnedTree): FlatNode[] {
  const nodes: FlatNode[] = [{ split: tree.split, parent: -1, left: -1 }];
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]!;
    if (node.split === null) continue;
    const { left, right } = node.split;
    node.left = nodes.length;
    nodes.push(
      { split: left.split, parent: index, left: -1 },
      { split: right.split, parent: index, left: -1 },
    );
  }
  return nodes;
}
