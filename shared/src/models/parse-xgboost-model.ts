import { badInput } from '../platform/churn-error.ts';
import type { TreeEnsemble } from './tree-ensemble.ts';

interface XgboostTree {
  readonly left_children: readonly number[];
  readonly right_children: readonly number[];
  readonly split_indices: readonly number[];
  readonly split_conditions: readonly number[];
  readonly default_left: readonly number[];
  readonly sum_hessian: readonly number[];
}

interface XgboostModel {
  readonly learner: {
    readonly learner_model_param: { readonly base_score: string; readonly num_feature: string };
    readonly gradient_booster: {
      readonly model: {
        readonly trees: readonly XgboostTree[];
        readonly iteration_indptr: readonly number[];
      };
    };
  };
}

/**
 * The trees of the first `rounds` rounds of a booster's JSON document (`Booster.save('json')`, XGBoost 3.2).
 * Nodes are renumbered from the root down, which leaves out pruned ones. `baseMargin` is the margin of no trees; it
 * is given because the document has it as a probability, and the library's 32-bit logarithm is its own.
 */
export function parseXgboostModel(json: string, rounds: number, baseMargin: number): TreeEnsemble {
  const { learner } = JSON.parse(json) as XgboostModel;
  const { trees, iteration_indptr } = learner.gradient_booster.model;
  const treeCount = iteration_indptr[rounds];
  if (treeCount === undefined) {
    throw badInput('model-invalid', `expected ${rounds} rounds, got ${iteration_indptr.length - 1}`);
  }
  const flat: FlatNodes = {
    feature: [],
    threshold: [],
    left: [],
    right: [],
    defaultLeft: [],
    leaf: [],
    cover: [],
  };
  const roots = trees.slice(0, treeCount).map((tree) => append(flat, tree));
  return {
    featureCount: Number(learner.learner_model_param.num_feature),
    baseMargin: Math.fround(baseMargin),
    roots: Int32Array.from(roots),
    feature: Int32Array.from(flat.feature),
    threshold: Float32Array.from(flat.threshold),
    left: Int32Array.from(flat.left),
    right: Int32Array.from(flat.right),
    defaultLeft: Uint8Array.from(flat.defaultLeft),
    leafValue: Float32Array.from(flat.leaf),
    cover: Float32Array.from(flat.cover),
  };
}

type FlatNodes = Record<
  'feature' | 'threshold' | 'left' | 'right' | 'defaultLeft' | 'leaf' | 'cover',
  number[]
>;

/** Appends a tree's nodes level by level and returns the index of its root. */
function append(flat: FlatNodes, tree: XgboostTree): number {
  const root = flat.feature.length;
  const queue = [0];
  for (let position = 0; position < queue.length; position++) {
    const node = queue[position]!;
    const left = tree.left_children[node]!;
    const isLeaf = left < 0;
    flat.feature.push(isLeaf ? -1 : tree.split_indices[node]!);
    flat.threshold.push(isLeaf ? 0 : tree.split_conditions[node]!);
    flat.leaf.push(isLeaf ? tree.split_conditions[node]! : 0);
    flat.left.push(isLeaf ? -1 : root + queue.length);
    flat.right.push(isLeaf ? -1 : root + queue.length + 1);
    flat.defaultLeft.push(isLeaf ? 0 : tree.default_left[node]!);
    flat.cover.push(tree.sum_hessian[node]!);
    if (!isLeaf) queue.push(left, tree.right_children[node]!);
  }
  return root;
}
