import { readUbjson } from './read-ubjson.ts';
import { XGBoostError } from './xgboost-error.ts';

type Tree = Readonly<
  Record<'left_children' | 'right_children' | 'parents' | 'split_indices', readonly number[]>
> &
  Readonly<Record<string, unknown>>;

interface Model {
  readonly trees: readonly Tree[];
  readonly tree_info: readonly number[];
  readonly iteration_indptr: readonly number[];
}

interface LinearModel {
  readonly weights: readonly number[];
}

interface Learner {
  readonly learner_model_param: Readonly<Record<'num_feature' | 'num_class' | 'num_target', string>>;
  readonly gradient_booster: {
    readonly name: string;
    readonly model?: Model | LinearModel;
    readonly gbtree?: { readonly model: Model };
    readonly weight_drop?: readonly number[];
  };
}

/** Arrays of a tree with an entry for each node. */
const perNode = [
  'left_children',
  'right_children',
  'parents',
  'split_indices',
  'split_conditions',
  'split_type',
  'default_left',
  'loss_changes',
  'sum_hessian',
];
/** Arrays of a tree's categorical splits, each with its length in another. */
const categorical = ['categories_nodes', 'categories_segments', 'categories_sizes'];

/**
 * Refuses bytes that are no model, or whose trees lead out of their arrays: libxgboost believes what it reads, and such
 * a model ends the process with a segmentation fault. It is no protection against numbers that are merely wrong, which
 * only a hash of the bytes can tell.
 */
export function requireSoundModel(bytes: Uint8Array): void {
  let fault: string | undefined;
  try {
    const { learner } = parse(bytes) as { readonly learner: Learner };
    fault = faultOf(learner);
  } catch (error) {
    if (error instanceof XGBoostError) throw error;
    throw new XGBoostError(`expected a saved model, got ${bytes.length} bytes that are none`, {
      cause: error,
    });
  }
  if (fault !== undefined) throw new XGBoostError(`expected a sound model, got ${fault}`);
}

/** Numbers without end stand in the library's JSON as bare words, such as the gain of a split that leaves nothing over. */
const bareWords = /(?<=[[,:])-?(?:Infinity|NaN)(?=[\],}])/g;

/** UBJSON's first key follows a marker of its length; JSON's a quote, perhaps after blanks. */
function parse(bytes: Uint8Array): unknown {
  const isUbjson = bytes[0] === 0x7b && 'iUIlL'.includes(String.fromCharCode(bytes[1] ?? 0));
  if (isUbjson) return readUbjson(bytes);
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(bareWords, '0'));
}

function faultOf({ learner_model_param: sizes, gradient_booster: booster }: Learner): string | undefined {
  const [features, classes, targets] = [sizes.num_feature, sizes.num_class, sizes.num_target].map(Number);
  if (![features, classes, targets].every((size) => Number.isInteger(size) && size! >= 0)) {
    return `${sizes.num_feature} features, ${sizes.num_class} classes and ${sizes.num_target} targets`;
  }
  const outputs = Math.max(classes!, targets!, 1);
  const model = booster.model ?? booster.gbtree?.model;
  if (model === undefined) return undefined;
  return 'weights' in model
    ? faultOfWeights(model, features!, outputs)
    : faultOfTrees(model, features!, outputs, booster.weight_drop);
}

/** For each output one weight a feature and one more; none before the first round. */
function faultOfWeights({ weights }: LinearModel, featureCount: number, outputs: number): string | undefined {
  return weights.length === 0 || weights.length === (featureCount + 1) * outputs
    ? undefined
    : `${weights.length} weights of ${featureCount} features and ${outputs} outputs`;
}

function faultOfTrees(
  { trees, tree_info: groups, iteration_indptr: rounds }: Model,
  featureCount: number,
  outputs: number,
  weights: readonly number[] | undefined,
): string | undefined {
  if (groups.length !== trees.length || groups.some((group) => !(group >= 0 && group < outputs))) {
    return `${groups.length} groups of ${outputs} outputs for ${trees.length} trees`;
  }
  const rises = rounds.every((end, at) => (at === 0 ? end === 0 : end >= rounds[at - 1]!));
  if (!rises || rounds.at(-1) !== trees.length)
    return `rounds up to ${rounds.at(-1)} of ${trees.length} trees`;
  if (weights !== undefined && weights.length !== trees.length) {
    return `${weights.length} weights of ${trees.length} trees`;
  }
  for (const [index, tree] of trees.entries()) {
    if (tree.id !== index) return `tree ${tree.id} in place ${index}`;
    const fault = faultOfTree(tree, featureCount, outputs);
    if (fault !== undefined) return `${fault} in tree ${index}`;
  }
  return trees.length === 0 ||
    trees.some((tree) => leafWidth(tree) === outputs) ||
    groups.includes(outputs - 1)
    ? undefined
    : `${outputs} outputs that no tree gives`;
}

function leafWidth({ tree_param }: Tree): number {
  return Number((tree_param as Record<string, string>).size_leaf_vector);
}

function faultOfTree(tree: Tree, featureCount: number, outputs: number): string | undefined {
  const count = tree.left_children.length;
  const { num_nodes, num_feature } = tree.tree_param as Record<string, string>;
  const width = leafWidth(tree);
  if (Number(num_nodes) !== count || count === 0) return `${count} nodes instead of ${num_nodes}`;
  if (Number(num_feature) !== featureCount) return `${num_feature} features of ${featureCount}`;
  const short = perNode.find((name) => (tree[name] as readonly unknown[]).length !== count);
  if (short !== undefined) return `${(tree[short] as readonly unknown[]).length} ${short} of ${count} nodes`;
  if (![0, 1, outputs].includes(width)) return `leaves of ${width} numbers for ${outputs} outputs`;
  if (width > 1 && !hasVectorLeaves(tree, width)) return `fewer leaves than named`;
  return faultOfWalk(tree, featureCount) ?? faultOfCategories(tree, count);
}

/** Where a leaf holds several numbers, its right child is the leaf's place among them. */
function hasVectorLeaves(tree: Tree, width: number): boolean {
  const { left_children: left, right_children: right, leaf_weights: weights, base_weights: base } = tree;
  const leafCount = (weights as readonly number[]).length / width;
  return (
    (base as readonly number[]).length === left.length * width &&
    left.every((child, node) => child !== -1 || (right[node]! >= 0 && right[node]! < leafCount))
  );
}

/** Every node is reached once at most, so that no walk is endless. */
function faultOfWalk(tree: Tree, featureCount: number): string | undefined {
  const { left_children: left, right_children: right, split_indices: features, parents } = tree;
  const seen = new Uint8Array(left.length).fill(1, 0, 1);
  const open = [0];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (left[node] === -1) continue;
    if (!(features[node]! >= 0 && features[node]! < featureCount)) return `feature ${features[node]}`;
    for (const child of [left[node]!, right[node]!]) {
      if (seen[child] !== 0 || parents[child] !== node) return `child ${child} of node ${node}`;
      seen[child] = 1;
      open.push(child);
    }
  }
  return undefined;
}

function faultOfCategories(tree: Tree, nodeCount: number): string | undefined {
  const values = tree.categories as readonly number[];
  const [nodes, segments, sizes] = categorical.map((name) => tree[name] as readonly number[]);
  if (segments!.length !== nodes!.length || sizes!.length !== nodes!.length)
    return 'categories of other nodes';
  const strange = nodes!.findIndex(
    (node, at) =>
      !(node >= 0 && node < nodeCount && segments![at]! >= 0 && sizes![at]! >= 0) ||
      segments![at]! + sizes![at]! > values.length,
  );
  if (strange >= 0) return `categories ${strange} beyond their array`;
  const category = values.find((value) => !(Number.isInteger(value) && value >= 0 && value < 2 ** 24));
  return category === undefined ? undefined : `category ${category}`;
}
